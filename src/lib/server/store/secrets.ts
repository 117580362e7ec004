// Secrets that can be used once. Guessing counts and consumes in one conditional write, so races have one winner.
import { sql } from 'kysely';
import type { GuessOutcome, SecretStore } from '../usecases/ports.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

type Issued = Parameters<SecretStore['issue']>[0];

const issueRow = prepared((db, later: Later<Issued>) => {
	const values = {
		id: later('id'),
		digest: later('digest'),
		attempts: 0,
		max_attempts: later('maxAttempts'),
		created_at: later('createdAt'),
		expires_at: later('expiresAt'),
		consumed_at: null
	};
	return db
		.insertInto('secret')
		.values({ interaction_id: later('interactionId'), purpose: later('purpose'), ...values })
		.onConflict((conflict) => conflict.columns(['interaction_id', 'purpose']).doUpdateSet(values));
});

export function createSecretStore(db: Executor): SecretStore {
	return {
		async issue(secret) {
			await issueRow(db, secret);
		},

		async guess({ id, interactionId, digest, at }) {
			const counted = await db
				.updateTable('secret')
				.set((row) => ({
					attempts: row('attempts', '+', 1),
					consumed_at: sql<number | null>`case when digest = ${digest} then cast(${at} as bigint) else null end`
				}))
				.where('id', '=', id)
				.where('interaction_id', '=', interactionId)
				.where('consumed_at', 'is', null)
				.where('expires_at', '>', at)
				.whereRef('attempts', '<', 'max_attempts')
				.returning(['attempts', 'max_attempts', 'consumed_at'])
				.executeTakeFirst();
			if (!counted) return explainRefusal(db, id, interactionId, at);
			return {
				outcome: counted.consumed_at === null ? 'mismatch' : 'accepted',
				attemptsLeft: counted.max_attempts - counted.attempts
			};
		}
	};
}

/** Nothing was counted: says why. A secret that a newer one replaced is missing. */
async function explainRefusal(
	db: Executor,
	id: string,
	interactionId: string,
	at: number
): Promise<{ outcome: GuessOutcome; attemptsLeft: number }> {
	const row = await db
		.selectFrom('secret')
		.select(['attempts', 'max_attempts', 'expires_at', 'consumed_at'])
		.where('id', '=', id)
		.where('interaction_id', '=', interactionId)
		.executeTakeFirst();
	if (!row) return { outcome: 'missing', attemptsLeft: 0 };
	const attemptsLeft = Math.max(0, row.max_attempts - row.attempts);
	if (row.consumed_at !== null) return { outcome: 'consumed', attemptsLeft };
	if (attemptsLeft === 0) return { outcome: 'exhausted', attemptsLeft };
	return { outcome: row.expires_at <= at ? 'expired' : 'missing', attemptsLeft };
}
