// Codes: what use cases need of their store.
import type { GuessOutcome } from '../../core/guess.ts';

export type SecretStore = {
	/** Also voids every earlier secret of the same interaction and purpose. */
	issue(secret: {
		id: string;
		interactionId: string;
		purpose: string;
		digest: string;
		maxAttempts: number;
		expiresAt: number;
		createdAt: number;
	}): Promise<void>;
	/**
	 * One conditional `UPDATE … RETURNING` counts the guess and consumes the secret when it matches.
	 * `attemptsLeft` is what remains after this guess.
	 */
	guess(guess: {
		id: string;
		interactionId: string;
		digest: string;
		at: number;
	}): Promise<{ outcome: GuessOutcome; attemptsLeft: number }>;
};
