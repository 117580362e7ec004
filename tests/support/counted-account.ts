// What each request of the account API costs the database, whatever it was asked.
import { expect } from 'vitest';
import type { Me } from './account.ts';
import { isBracket, isRemembered } from './statement-kinds.ts';
import type { WatchedFoyer } from './watched-server.ts';

/** A new message's outcome is written when the provider has answered, not while somebody waits. */
const isAfterwards = (sql: string) => /^(insert into "outbox"|insert into "hook_delivery")/.test(sql);

/** `rare`: what may cost more, once in the life of an account. */
export function countStatements(foyer: () => WatchedFoyer, most: number, rare: Record<string, number> = {}) {
	const costs = new Map<string, string[]>();
	return {
		counted<Person extends Pick<Me, 'api'>>(me: Person): Person {
			return {
				...me,
				async api(method, path, body, proof) {
					await foyer().takeWork();
					const answer = await me.api(method, path, body, proof);
					const { statements } = await foyer().takeWork();
					const asked = statements.filter((sql) => !isBracket(sql) && !isRemembered(sql) && !isAfterwards(sql));
					const name = `${method} ${path.replace(/\/[\w-]{21,}/, '/:id')} ${answer.status}`;
					if (asked.length > (costs.get(name)?.length ?? 0)) costs.set(name, asked);
					return answer;
				}
			};
		},
		expectFew(atLeast: number) {
			const dear = [...costs].filter(([name, asked]) => asked.length > (rare[name] ?? most));
			expect(dear.map(([name, asked]) => `${name}: ${asked.length}\n${asked.join('\n')}`)).toEqual([]);
			expect(costs.size).toBeGreaterThan(atLeast);
		}
	};
}
