// Applications that may sign users in. Reading one is on the way of every OIDC request.
import type { Selectable } from 'kysely';
import type { ApplicationExperience } from '../../contract/settings/application-experience.ts';
import type { Application, ApplicationStore, ThirdParty } from '../usecases/ports.ts';
import { createApplicationSecrets, insertSecret, toSecret, type SecretColumns } from './application-secrets.ts';
import type { ChangeWatch } from './change-watch.ts';
import { remembered } from './remembered.ts';
import type { Sealer } from './sealer.ts';
import type { Database, Executor } from './schema.ts';

export function createApplicationStore(db: Executor, sealer: Sealer, changes: ChangeWatch): ApplicationStore {
	const recall = remembered<Application>(() => changes.stampOf('applications'));

	async function read(from: Executor, id: string): Promise<Application | undefined> {
		const [application] = await toApplications(
			await selectApplications(from).where('application.id', '=', id).execute(),
			sealer
		);
		return application;
	}

	return {
		find: async (id) => (isId(id) ? recall(id, () => read(db, id)) : undefined),

		async insert(application) {
			const { id, secrets } = application;
			const row = { id, ...toRow(application) };
			await changes.change('applications', async (scope) => {
				await scope.insertInto('application').values(row).execute();
				for (const secret of secrets) await insertSecret(scope, sealer, id, secret);
			});
		},

		async change(id, decide) {
			if (!isId(id)) return undefined;
			return changes.change('applications', async (scope) => {
				const before = await read(scope, id);
				const decided = before && decide(before);
				if (decided?.ok) {
					await scope.updateTable('application').set(toRow(decided.value)).where('id', '=', id).execute();
				}
				return decided;
			});
		},

		...createApplicationSecrets(changes, sealer),

		list: async () => toApplications(await selectApplications(db).execute(), sealer),

		async remove(id) {
			const { numDeletedRows } = await changes.change('applications', (scope) =>
				scope.deleteFrom('application').where('id', '=', id).executeTakeFirstOrThrow()
			);
			return numDeletedRows === 1n;
		}
	};
}

/** One row a secret, and one for an application that has none: newest applications and oldest secrets first. */
function selectApplications(db: Executor) {
	return db
		.selectFrom('application')
		.leftJoin('application_secret', 'application_secret.application_id', 'application.id')
		.selectAll('application')
		.select([
			'application_secret.name as secret_name',
			'application_secret.value as secret_value',
			'application_secret.created_at as secret_created_at',
			'application_secret.expires_at as secret_expires_at'
		])
		.orderBy('application.created_at', 'desc')
		.orderBy('application.id', 'desc')
		.orderBy('application_secret.created_at')
		.orderBy('application_secret.name');
}

/** Anybody can ask for any client id. What cannot be one costs no query, and PostgreSQL fails at a NUL in a text. */
function isId(text: string): boolean {
	return /^[\w.-]{1,64}$/.test(text);
}

function toRow(application: Application) {
	return {
		name: application.name,
		description: application.description ?? null,
		type: application.type,
		redirect_uris: JSON.stringify(application.redirectUris),
		post_logout_redirect_uris: JSON.stringify(application.postLogoutRedirectUris),
		custom_client_metadata: JSON.stringify(application.customClientMetadata),
		custom_data: JSON.stringify(application.customData),
		is_third_party: Number(application.isThirdParty),
		may_manage: Number(application.mayManage ?? false),
		third_party: application.thirdParty ? JSON.stringify(application.thirdParty) : null,
		experience: application.experience ? JSON.stringify(application.experience) : null,
		created_at: application.createdAt
	};
}

type Row = Selectable<Database['application']> & SecretColumns;

async function toApplications(rows: Row[], sealer: Sealer): Promise<Application[]> {
	const applications = new Map<string, Application>();
	for (const row of rows) {
		const application = applications.get(row.id) ?? toApplication(row);
		applications.set(row.id, application);
		const secret = await toSecret(row.id, row, sealer);
		if (secret) application.secrets.push(secret);
	}
	return [...applications.values()];
}

function toApplication(row: Row): Application {
	return {
		id: row.id,
		name: row.name,
		description: row.description ?? undefined,
		type: row.type,
		secrets: [],
		redirectUris: JSON.parse(row.redirect_uris) as string[],
		postLogoutRedirectUris: JSON.parse(row.post_logout_redirect_uris) as string[],
		customClientMetadata: JSON.parse(row.custom_client_metadata) as Record<string, unknown>,
		customData: JSON.parse(row.custom_data) as Record<string, unknown>,
		isThirdParty: row.is_third_party === 1,
		mayManage: row.may_manage === 1 || undefined,
		experience: row.experience === null ? undefined : (JSON.parse(row.experience) as ApplicationExperience),
		thirdParty: row.third_party === null ? undefined : (JSON.parse(row.third_party) as ThirdParty),
		createdAt: row.created_at
	};
}
