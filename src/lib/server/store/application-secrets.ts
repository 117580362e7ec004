// Secrets of applications, sealed: several at once, so that one is replaced while the other still works.
import type { ApplicationSecret, ApplicationStore } from '../usecases/ports.ts';
import type { ChangeWatch } from './change-watch.ts';
import type { Sealer } from './sealer.ts';
import type { Executor } from './schema.ts';

type Writes = Pick<ApplicationStore, 'addSecret' | 'renameSecret' | 'removeSecret'>;

export function createApplicationSecrets(changes: ChangeWatch, sealer: Sealer): Writes {
	return {
		addSecret: (id, secret) => changes.change('applications', (scope) => insertSecret(scope, sealer, id, secret)),

		renameSecret: (id, name, next) => changes.change('applications', (scope) => rename(scope, { id, name, next })),

		async removeSecret(id, name) {
			const { numDeletedRows } = await changes.change('applications', async (scope) => {
				// Whatever an older release knows as the secret must not outlive it.
				await scope.updateTable('application').set({ secret: null }).where('id', '=', id).execute();
				return scope
					.deleteFrom('application_secret')
					.where('application_id', '=', id)
					.where('name', '=', name)
					.executeTakeFirstOrThrow();
			});
			return numDeletedRows === 1n;
		}
	};
}

async function rename(db: Executor, { id, name, next }: { id: string; name: string; next: string }) {
	const known = await db.selectFrom('application_secret').select('name').where('application_id', '=', id).execute();
	if (name !== next && known.some((secret) => secret.name === next)) return 'taken';
	const { numUpdatedRows } = await db
		.updateTable('application_secret')
		.set({ name: next })
		.where('application_id', '=', id)
		.where('name', '=', name)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n ? 'renamed' : 'unknown';
}

/** False when the application has one of that name. */
export async function insertSecret(
	db: Executor,
	sealer: Sealer,
	id: string,
	{ name, value, createdAt, expiresAt }: ApplicationSecret
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('application_secret')
		.values({
			application_id: id,
			name,
			value: await sealer.seal(placeOf(id), value),
			created_at: createdAt,
			expires_at: expiresAt ?? null
		})
		.onConflict((conflict) => conflict.columns(['application_id', 'name']).doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** What a left join of an application with its secrets says of one. */
export type SecretColumns = {
	secret_name: string | null;
	secret_value: string | null;
	secret_created_at: number | null;
	secret_expires_at: number | null;
};

export async function toSecret(id: string, row: SecretColumns, sealer: Sealer): Promise<ApplicationSecret | undefined> {
	const { secret_name: name, secret_value: value, secret_created_at: createdAt } = row;
	if (name === null || value === null || createdAt === null) return undefined;
	return {
		name,
		value: (await sealer.open(placeOf(id), value)) as string,
		createdAt,
		expiresAt: row.secret_expires_at ?? undefined
	};
}

/** The application's, not the secret's: it is what an older release sealed them for. */
function placeOf(id: string): string {
	return `application/${id}`;
}
