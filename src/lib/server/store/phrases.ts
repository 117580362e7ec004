// Words of the tenant's own: a few rows, read on the way of every page.
import type { Phrases, PhraseStore } from '../usecases/ports.ts';
import type { ChangeWatch } from './change-watch.ts';
import { remembered } from './remembered.ts';
import type { Executor } from './schema.ts';

const whole = 'all';

export function createPhraseStore(db: Executor, changes: ChangeWatch): PhraseStore {
	const recall = remembered<Map<string, Phrases>>(() => changes.stampOf('phrases'));

	async function readAll(from: Executor = db): Promise<Map<string, Phrases>> {
		const rows = await from.selectFrom('custom_phrase').selectAll().orderBy('language_tag').execute();
		return new Map(rows.map((row) => [row.language_tag, JSON.parse(row.translation) as Phrases]));
	}

	return {
		list: async () => [...(await readAll())].map(([languageTag, phrases]) => ({ languageTag, phrases })),

		// All at once: that a language has none is remembered as well.
		find: async (languageTag) => (await recall(whole, () => readAll()))?.get(languageTag),

		put: (languageTag, phrases) =>
			changes.change('phrases', async (scope) => {
				const isThere = (await readAll(scope)).has(languageTag);
				await write(scope, languageTag, phrases);
				return isThere ? 'replaced' : 'created';
			}),

		change: (languageTag, decide) =>
			changes.change('phrases', async (scope) => {
				const after = decide((await readAll(scope)).get(languageTag) ?? {});
				if (Object.keys(after).length > 0) await write(scope, languageTag, after);
				else await scope.deleteFrom('custom_phrase').where('language_tag', '=', languageTag).execute();
				return after;
			}),

		async remove(languageTag) {
			const { numDeletedRows } = await changes.change('phrases', (scope) =>
				scope.deleteFrom('custom_phrase').where('language_tag', '=', languageTag).executeTakeFirstOrThrow()
			);
			return numDeletedRows === 1n;
		}
	};
}

async function write(scope: Executor, languageTag: string, phrases: Phrases): Promise<void> {
	const translation = JSON.stringify(phrases);
	await scope
		.insertInto('custom_phrase')
		.values({ language_tag: languageTag, translation })
		.onConflict((conflict) => conflict.column('language_tag').doUpdateSet({ translation }))
		.execute();
}
