// Why a guess at a secret did or did not count.

export type GuessOutcome = 'accepted' | 'mismatch' | 'expired' | 'exhausted' | 'consumed' | 'missing';
