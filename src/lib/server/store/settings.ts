// The sign-in experience's settings: one row.
import type { SettingsStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

const key = 'sign-in-experience';

export function createSettingsStore(db: Executor): SettingsStore {
	return {
		async read() {
			const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
			return row && JSON.parse(row.value);
		},
		async write(settings) {
			const value = JSON.stringify(settings);
			await db
				.insertInto('setting')
				.values({ key, value })
				.onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
				.execute();
		}
	};
}
