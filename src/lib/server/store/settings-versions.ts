// Versions of the settings, and the one draft of the next.
import type { Selectable } from 'kysely';
import { parseStoredSettings } from '../../contract/settings.ts';
import type { SettingsVersion, SettingsVersionStore } from '../usecases/ports.ts';
import type { Database, Executor } from './schema.ts';

const mostVersions = 100;

export function createSettingsVersionStore(db: Executor): SettingsVersionStore {
	const newest = () => db.selectFrom('settings_version').orderBy('created_at', 'desc').orderBy('id', 'desc');
	return {
		async append(version) {
			await db
				.insertInto('settings_version')
				.values({
					id: version.id,
					kind: version.kind,
					fields: JSON.stringify(version.fields),
					value: JSON.stringify(version.settings),
					application_id: version.applicationId ?? null,
					user_id: version.userId ?? null,
					created_at: version.createdAt
				})
				.execute();
			const kept = await newest().select('id').limit(mostVersions).execute();
			if (kept.length < mostVersions) return;
			const ids = kept.map(({ id }) => id);
			await db.deleteFrom('settings_version').where('id', 'not in', ids).execute();
		},

		list: async ({ limit, offset }) =>
			(await newest().selectAll().limit(limit).offset(offset).execute()).map(toVersion),

		async count() {
			const { total } = await db
				.selectFrom('settings_version')
				.select((row) => row.fn.countAll<number | string>().as('total'))
				.executeTakeFirstOrThrow();
			return Number(total);
		},

		async find(id) {
			const row = await db.selectFrom('settings_version').selectAll().where('id', '=', id).executeTakeFirst();
			return row && toVersion(row);
		},

		async readDraft() {
			const row = await db.selectFrom('settings_draft').selectAll().executeTakeFirst();
			if (!row) return undefined;
			const changes = JSON.parse(row.changes) as Record<string, unknown>;
			return {
				changes,
				applicationId: row.application_id ?? undefined,
				userId: row.user_id ?? undefined,
				updatedAt: row.updated_at
			};
		},

		async writeDraft({ changes, applicationId, userId, updatedAt }, seen) {
			const values = {
				changes: JSON.stringify(changes),
				application_id: applicationId ?? null,
				user_id: userId ?? null,
				updated_at: updatedAt
			};
			if (seen) {
				const { numUpdatedRows } = await db
					.updateTable('settings_draft')
					.set(values)
					.where('updated_at', '=', seen)
					.executeTakeFirstOrThrow();
				return numUpdatedRows === 1n;
			}
			const written = await db
				.insertInto('settings_draft')
				.values({ id: 'default', ...values })
				.onConflict((conflict) =>
					seen === 0 ? conflict.column('id').doNothing() : conflict.column('id').doUpdateSet(values)
				)
				.returning('id')
				.execute();
			return written.length === 1;
		},

		async removeDraft(updatedAt) {
			const { numDeletedRows } = await db
				.deleteFrom('settings_draft')
				.$if(updatedAt !== undefined, (query) => query.where('updated_at', '=', updatedAt ?? 0))
				.executeTakeFirstOrThrow();
			return numDeletedRows === 1n;
		}
	};
}

function toVersion(row: Selectable<Database['settings_version']>): SettingsVersion {
	return {
		id: row.id,
		kind: row.kind,
		fields: JSON.parse(row.fields) as string[],
		// An older release may have kept another shape.
		settings: parseStoredSettings(JSON.parse(row.value)).settings,
		applicationId: row.application_id ?? undefined,
		userId: row.user_id ?? undefined,
		createdAt: row.created_at
	};
}
