// Signing keys of the provider: private JWKs, sealed.
import type { KeyStore, SigningKey } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import type { Sealer } from './sealer.ts';
import type { Executor } from './schema.ts';
import { takeTurn } from './take-turn.ts';

const order: SigningKey['status'][] = ['next', 'current', 'previous'];

export function createKeyStore(db: Executor, sealer: Sealer): KeyStore {
	const toRows = (keys: SigningKey[]) =>
		Promise.all(
			keys.map(async ({ id, status, jwk, createdAt }) => ({
				id,
				status,
				jwk: await sealer.seal(placeOf(id), jwk),
				created_at: createdAt
			}))
		);

	return {
		async list() {
			const rows = await db.selectFrom('signing_key').selectAll().orderBy('created_at', 'desc').execute();
			const keys = await Promise.all(
				rows.map(async ({ id, status, jwk, created_at: createdAt }) => ({
					id,
					status,
					jwk: (await sealer.open(placeOf(id), jwk)) as Record<string, unknown>,
					createdAt
				}))
			);
			return keys.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
		},

		async insertFirst(keys) {
			const rows = await toRows(keys);
			await atomically(db, async (scope) => {
				await takeTurn(scope, 'signing-keys');
				const stored = await scope.selectFrom('signing_key').select('id').limit(1).executeTakeFirst();
				if (!stored) await scope.insertInto('signing_key').values(rows).execute();
			});
		},

		async replaceAll(keys) {
			const rows = await toRows(keys);
			await atomically(db, async (scope) => {
				await takeTurn(scope, 'signing-keys');
				await scope.deleteFrom('signing_key').execute();
				if (rows.length > 0) await scope.insertInto('signing_key').values(rows).execute();
			});
		}
	};
}

function placeOf(id: string): string {
	return `signing-key/${id}`;
}
