// The sign-in experience's settings: one row, read on the way of every request.
import { defaultSettings, parseStoredSettings, type Settings } from '../../contract/settings.ts';
import { refuse } from '../../contract/result.ts';
import type { Log, SettingsStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

const key = 'sign-in-experience';
/** Another process's change shows after this long at most. */
const cacheMs = 1000;
const mostTries = 5;

export function createSettingsStore(db: Executor, log: Log): SettingsStore {
	let cached: { settings: Promise<Settings>; until: number } | undefined;
	/** Unchanged text stays the same object: what others derive from it, they may keep by it. */
	let parsed: { text: string | undefined; settings: Settings } = { text: undefined, settings: defaultSettings };

	async function readText(): Promise<string | undefined> {
		const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
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
	async function replace(before: string | undefined, value: string): Promise<boolean> {
		if (before === undefined) {
			const written = await db
				.insertInto('setting')
				.values({ key, value })
				.onConflict((conflict) => conflict.column('key').doNothing())
				.returning('key')
				.execute();
			return written.length > 0;
		}
		const { numUpdatedRows } = await db
			.updateTable('setting')
			.set({ value })
			.where('key', '=', key)
			.where('value', '=', before)
			.executeTakeFirstOrThrow();
		return numUpdatedRows === 1n;
	}

	return {
		read() {
			if (cached && cached.until > performance.now()) return cached.settings;
			const reading = { settings: readText().then(parse), until: performance.now() + cacheMs };
			cached = reading;
			reading.settings.catch(() => {
				if (cached === reading) cached = undefined;
			});
			return reading.settings;
		},

		async change(decide) {
			for (let tries = 0; tries < mostTries; tries++) {
				const before = await readText();
				const decided = decide(parse(before));
				if (!decided.ok) return decided;
				const isWritten = await replace(before, JSON.stringify(decided.value));
				cached = undefined;
				if (isWritten) return decided;
			}
			return refuse('session.busy');
		}
	};
}
