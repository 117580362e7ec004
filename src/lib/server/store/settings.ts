// The sign-in experience's settings: one row, read on the way of every request.
import { defaultSettings, parseStoredSettings, type Settings } from '../../contract/settings.ts';
import { refuse, type Result } from '../../contract/result.ts';
import type { Log, SettingsStore, StoreScope } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { settingsKey, type ChangeWatch } from './change-watch.ts';
import type { Executor } from './schema.ts';

const mostTries = 5;

export function createSettingsStore(
	db: Executor,
	log: Log,
	changes: ChangeWatch,
	createScope: (transaction: Executor) => StoreScope
): SettingsStore {
	/** Unchanged text stays the same object: what others derive from it, they may keep by it. */
	let parsed: { text: string | undefined; settings: Settings } = { text: undefined, settings: defaultSettings };

	async function readText(from: Executor): Promise<string | undefined> {
		const row = await from.selectFrom('setting').select('value').where('key', '=', settingsKey).executeTakeFirst();
		return row?.value;
	}

	function parse(text: string | undefined): Settings {
		if (text === parsed.text) return parsed.settings;
		const { settings, unreadable } = text
			? parseStoredSettings(JSON.parse(text))
			: { settings: defaultSettings, unreadable: [] };
		if (unreadable.length > 0) log.error('settings.unreadable', { fields: unreadable });
		parsed = { text, settings };
		return settings;
	}

	/** False when somebody else was faster. */
	async function replace(transaction: Executor, before: string | undefined, value: string): Promise<boolean> {
		if (before === undefined) {
			const written = await transaction
				.insertInto('setting')
				.values({ key: settingsKey, value })
				.onConflict((conflict) => conflict.column('key').doNothing())
				.returning('key')
				.execute();
			return written.length > 0;
		}
		const { numUpdatedRows } = await transaction
			.updateTable('setting')
			.set({ value })
			.where('key', '=', settingsKey)
			.where('value', '=', before)
			.executeTakeFirstOrThrow();
		return numUpdatedRows === 1n;
	}

	return {
		read: async () => parse(await changes.settings()),

		async change(decide) {
			for (let tries = 0; tries < mostTries; tries++) {
				try {
					return await atomically(db, async (transaction) => {
						const before = await readText(transaction);
						const decided = await decide(parse(before), createScope(transaction));
						if (!decided.ok) throw new Undone(decided);
						if (!(await replace(transaction, before, JSON.stringify(decided.value)))) throw new Undone();
						return decided;
					});
				} catch (error) {
					if (!(error instanceof Undone)) throw error;
					if (error.refusal) return error.refusal;
				} finally {
					// Not before the end: somebody could read, and keep, what is about to be replaced.
					changes.forget();
				}
			}
			return refuse('session.busy');
		}
	};
}

/** Undoes the transaction: with a refusal it is the answer, without one somebody else was faster. */
class Undone extends Error {
	readonly refusal: Result<never> | undefined;
	constructor(refusal?: Result<never>) {
		super('undone');
		this.refusal = refusal;
	}
}
