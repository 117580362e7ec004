// Applications that may sign users in. Their secrets are sealed; reading one is on the way of every OIDC request.
import type { Selectable } from 'kysely';
import type { ApplicationExperience } from '../../contract/settings/application-experience.ts';
import type { Application, ApplicationStore, ThirdParty } from '../usecases/ports.ts';
import type { ChangeWatch } from './change-watch.ts';
import { remembered } from './remembered.ts';
import type { Sealer } from './sealer.ts';
import type { Database, Executor } from './schema.ts';

export function createApplicationStore(db: Executor, sealer: Sealer, changes: ChangeWatch): ApplicationStore {
	const recall = remembered<Application>(() => changes.stampOf('applications'));

	async function read(id: string): Promise<Application | undefined> {
		const row = await db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
		return row && toApplication(row, sealer);
	}

	return {
		find: async (id) => (isId(id) ? recall(id, () => read(id)) : undefined),

		async insert(application) {
			const row = { id: application.id, ...(await toRow(application, sealer)) };
			await changes.change('applications', (scope) => scope.insertInto('application').values(row).execute());
		},

		async update(application) {
			const row = await toRow(application, sealer);
			const { numUpdatedRows } = await changes.change('applications', (scope) =>
				scope.updateTable('application').set(row).where('id', '=', application.id).executeTakeFirstOrThrow()
			);
			return numUpdatedRows === 1n;
		},

		async list() {
			const rows = await db
				.selectFrom('application')
				.selectAll()
				.orderBy('created_at', 'desc')
				.orderBy('id', 'desc')
				.execute();
			return Promise.all(rows.map((row) => toApplication(row, sealer)));
		},

		async remove(id) {
			const { numDeletedRows } = await changes.change('applications', (scope) =>
				scope.deleteFrom('application').where('id', '=', id).executeTakeFirstOrThrow()
			);
			return numDeletedRows === 1n;
		}
	};
}

/** Anybody can ask for any client id. What cannot be one costs no query, and PostgreSQL fails at a NUL in a text. */
function isId(text: string): boolean {
	return /^[\w.-]{1,64}$/.test(text);
}

function placeOf(id: string): string {
	return `application/${id}`;
}

async function toRow(application: Application, sealer: Sealer) {
	const { id, secret } = application;
	return {
		name: application.name,
		description: application.description ?? null,
		type: application.type,
		secret: secret === undefined ? null : await sealer.seal(placeOf(id), secret),
		redirect_uris: JSON.stringify(application.redirectUris),
		post_logout_redirect_uris: JSON.stringify(application.postLogoutRedirectUris),
		custom_client_metadata: JSON.stringify(application.customClientMetadata),
		is_third_party: Number(application.isThirdParty),
		may_manage: Number(application.mayManage ?? false),
		third_party: application.thirdParty ? JSON.stringify(application.thirdParty) : null,
		experience: application.experience ? JSON.stringify(application.experience) : null,
		created_at: application.createdAt
	};
}

async function toApplication(row: Selectable<Database['application']>, sealer: Sealer): Promise<Application> {
	return {
		id: row.id,
		name: row.name,
		description: row.description ?? undefined,
		type: row.type,
		secret: row.secret === null ? undefined : ((await sealer.open(placeOf(row.id), row.secret)) as string),
		redirectUris: JSON.parse(row.redirect_uris) as string[],
		postLogoutRedirectUris: JSON.parse(row.post_logout_redirect_uris) as string[],
		customClientMetadata: JSON.parse(row.custom_client_metadata) as Record<string, unknown>,
		isThirdParty: row.is_third_party === 1,
		mayManage: row.may_manage === 1 || undefined,
		experience: row.experience === null ? undefined : (JSON.parse(row.experience) as ApplicationExperience),
		thirdParty: row.third_party === null ? undefined : (JSON.parse(row.third_party) as ThirdParty),
		createdAt: row.created_at
	};
}
