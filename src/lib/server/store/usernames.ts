// Usernames whose case is about to stop making a difference.
import { sql } from 'kysely';
import type { UsernameStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

const mostSamples = 10;

export function createUsernameStore(db: Executor): UsernameStore {
	return {
		async caseConflicts() {
			const shared = await db
				.selectFrom('identifier')
				.select(sql<string>`lower(value)`.as('name'))
				.where('type', '=', 'username')
				.groupBy(sql`lower(value)`)
				.having(sql`count(*)`, '>', 1)
				.orderBy('name')
				.execute();
			return { totalConflicts: shared.length, samples: shared.slice(0, mostSamples).map(({ name }) => name) };
		},

		async fold() {
			await sql`
				update identifier set value = lower(value)
				where type = 'username' and value <> lower(value) and lower(value) in (
					select lower(value) from identifier where type = 'username' group by lower(value) having count(*) = 1
				)
			`.execute(db);
		}
	};
}
