// What changes seldom and is asked for by every request: looked at a few times a second, all of it by one statement.
import { randomUUID } from 'node:crypto';
import { atomically } from './atomically.ts';
import type { Executor } from './schema.ts';
import { takeTurn } from './take-turn.ts';

export const settingsKey = 'sign-in-experience';
/** A row each, written anew by every change: see `takeTurn`. */
const turns = {
	applications: 'turn/applications',
	connectors: 'turn/connectors',
	phrases: 'turn/phrases',
	hooks: 'turn/hooks'
};

/**
 * Another process's change shows after this long at most: with the request that meets it, well within a second. A channel
 * (LISTEN) would say it sooner, but is silent behind a pooler of transactions, and a broken one says nothing either.
 */
const lookedMs = 300;

export type ChangeWatch = {
	/** As text, undefined while nothing was ever changed. */
	settings(): Promise<string | undefined>;
	/** Another value after every change. */
	stampOf(set: keyof typeof turns): Promise<string | undefined>;
	/** Changes of a set follow one another. They show at once here, and elsewhere at the next look. */
	change<Value>(set: keyof typeof turns, run: (scope: Executor) => Promise<Value>): Promise<Value>;
	/** This process has changed something: it shows at once. */
	forget(): void;
};

export function createChangeWatch(db: Executor): ChangeWatch {
	let looked: { rows: Promise<Map<string, string>>; until: number } | undefined;

	function look(): Promise<Map<string, string>> {
		if (looked && looked.until > performance.now()) return looked.rows;
		const looking = { rows: readRows(db), until: performance.now() + lookedMs };
		looked = looking;
		looking.rows.catch(() => {
			if (looked === looking) looked = undefined;
		});
		return looking.rows;
	}

	function forget(): void {
		looked = undefined;
	}

	return {
		settings: async () => (await look()).get(settingsKey),
		stampOf: async (set) => (await look()).get(turns[set]),
		async change(set, run) {
			try {
				return await atomically(db, async (scope) => {
					await takeTurn(scope, set);
					return run(scope);
				});
			} finally {
				forget();
			}
		},
		forget
	};
}

/** Inside a transaction nothing is remembered: `forget` hears that something has changed, to be called after its end. */
export function watchNothing(transaction: Executor, forget: () => void): ChangeWatch {
	return {
		settings: async () => undefined,
		stampOf: async () => randomUUID(),
		async change(set, run) {
			forget();
			await takeTurn(transaction, set);
			return run(transaction);
		},
		forget
	};
}

async function readRows(db: Executor): Promise<Map<string, string>> {
	const rows = await db
		.selectFrom('setting')
		.select(['key', 'value'])
		.where('key', 'in', [settingsKey, ...Object.values(turns)])
		.execute();
	return new Map(rows.map(({ key, value }) => [key, value]));
}
