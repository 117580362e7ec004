// Usernames whose case is about to stop making a difference.
import { sql } from 'kysely';
import type { UsernameStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import type { Executor } from './schema.ts';

const mostSamples = 10;

export function createUsernameStore(db: Executor): UsernameStore {
	return {
		fold: () =>
			atomically(db, async (scope) => {
				await foldNames(scope);
				const shared = await findShared(scope);
				return { totalConflicts: shared.length, samples: shared.slice(0, mostSamples) };
			})
	};
}

async function foldNames(scope: Executor): Promise<void> {
	await sql`
		update identifier set value = lower(value)
		where type = 'username' and value <> lower(value) and lower(value) in (
			select lower(value) from identifier where type = 'username' group by lower(value) having count(*) = 1
		)
	`.execute(scope);
}

async function findShared(scope: Executor): Promise<string[]> {
	const shared = await scope
		.selectFrom('identifier')
		.select(sql<string>`lower(value)`.as('name'))
		.where('type', '=', 'username')
		.groupBy(sql`lower(value)`)
		.having(sql`count(*)`, '>', 1)
		.orderBy('name')
		.execute();
	return shared.map(({ name }) => name);
}
