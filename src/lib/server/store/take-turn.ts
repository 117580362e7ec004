// Makes transactions that decide on a whole set follow one another, on PostgreSQL too.
import { randomUUID } from 'node:crypto';
import type { Executor } from './schema.ts';

/**
 * Writes one row per set: its lock is held until the transaction ends, and the next one then sees what was written. Its
 * value is another each time: who remembers the set sees by it that it has changed.
 */
export async function takeTurn(
	transaction: Executor,
	set: 'signing-keys' | 'connectors' | 'applications' | 'phrases' | 'hooks' | 'administrators'
): Promise<void> {
	const value = randomUUID();
	await transaction
		.insertInto('setting')
		.values({ key: `turn/${set}`, value })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
		.execute();
}
