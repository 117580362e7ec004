// Second factors. What is good once is taken by one conditional write.
import type { Selectable } from 'kysely';
import type { Factor, NewFactor } from '../core/factor.ts';
import type { FactorStore, KeptPasskey } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { keepFactor } from './factor-inserts.ts';
import type { Database, Executor } from './schema.ts';

type Row = Selectable<Database['factor']>;

export function createFactorStore(db: Executor): FactorStore {
	return {
		async list(userId) {
			const rows = await db
				.selectFrom('factor')
				.leftJoin('backup_code', (join) =>
					join.onRef('backup_code.factor_id', '=', 'factor.id').on('backup_code.consumed_at', 'is', null)
				)
				.select(({ fn }) => [
					...(['factor.id', 'factor.type', 'factor.name', 'factor.created_at', 'factor.last_used_at'] as const),
					fn.count<number>('backup_code.digest').as('remaining')
				])
				.where('factor.user_id', '=', userId)
				.groupBy(['factor.id', 'factor.type', 'factor.name', 'factor.created_at', 'factor.last_used_at'])
				.orderBy('factor.created_at')
				.execute();
			return rows.map(toFactor);
		},

		async findTotp(userId) {
			const row = await db
				.selectFrom('factor')
				.select(['id', 'sealed_secret'])
				.where('user_id', '=', userId)
				.where('type', '=', 'Totp')
				.executeTakeFirst();
			return row?.sealed_secret ? { id: row.id, sealedSecret: row.sealed_secret } : undefined;
		},

		async takeTotpStep(id, step, at) {
			const { numUpdatedRows } = await db
				.updateTable('factor')
				.set({ last_step: step, last_used_at: at })
				.where('id', '=', id)
				.where('last_step', '<', step)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async consumeBackupCode(userId, digest, at) {
			const mine = db.selectFrom('factor').select('id').where('user_id', '=', userId).where('type', '=', 'BackupCode');
			const consumed = await db
				.updateTable('backup_code')
				.set({ consumed_at: at })
				.where('factor_id', 'in', mine)
				.where('digest', '=', digest)
				.where('consumed_at', 'is', null)
				.returning('factor_id')
				.executeTakeFirst();
			return consumed?.factor_id;
		},

		async listPasskeys(userId) {
			const rows = await db
				.selectFrom('factor')
				.selectAll()
				.where('user_id', '=', userId)
				.where('type', '=', 'WebAuthn')
				.execute();
			return rows.map(toPasskey);
		},

		async findPasskey(credentialId) {
			const row = await db
				.selectFrom('factor')
				.selectAll()
				.where('credential_id', '=', credentialId)
				.executeTakeFirst();
			return row && toPasskey(row);
		},

		async advanceCounter(id, counter, at) {
			const { numUpdatedRows } = await db
				.updateTable('factor')
				.set({ counter, last_used_at: at })
				.where('id', '=', id)
				.where((row) => (counter === 0 ? row('counter', '=', 0) : row('counter', '<', counter)))
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		keep: (userId, factors, at) =>
			atomically(db, async (scope) => {
				// In one order, so that two who set up the same do not wait for each other crosswise.
				for (const factor of sorted(factors)) {
					if (!(await keepFactor(scope, userId, factor, at))) {
						return { ok: false, taken: factor.type === 'WebAuthn' ? 'WebAuthn' : 'Totp' };
					}
				}
				return { ok: true };
			}),

		async choose(userId, choices) {
			await db
				.updateTable('user')
				.set({ factor_choices: JSON.stringify(choices) })
				.where('id', '=', userId)
				.execute();
		},

		async rename(userId, id, name) {
			const { numUpdatedRows } = await db
				.updateTable('factor')
				.set({ name })
				.where('id', '=', id)
				.where('user_id', '=', userId)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async remove(userId, id) {
			const { numDeletedRows } = await db
				.deleteFrom('factor')
				.where('id', '=', id)
				.where('user_id', '=', userId)
				.executeTakeFirstOrThrow();
			return numDeletedRows === 1n;
		}
	};
}

const order: NewFactor['type'][] = ['Totp', 'WebAuthn', 'BackupCode'];

function sorted(factors: NewFactor[]): NewFactor[] {
	return factors.toSorted((one, other) => order.indexOf(one.type) - order.indexOf(other.type));
}

function toFactor(
	row: Pick<Row, 'id' | 'type' | 'name' | 'created_at' | 'last_used_at'> & { remaining: number }
): Factor {
	return {
		id: row.id,
		type: row.type,
		name: row.name ?? undefined,
		remaining: row.type === 'BackupCode' ? Number(row.remaining) : undefined,
		createdAt: row.created_at,
		lastUsedAt: row.last_used_at ?? undefined
	};
}

function toPasskey(row: Row): KeptPasskey {
	const said = JSON.parse(row.credential ?? '{}') as Omit<
		KeptPasskey,
		'factorId' | 'userId' | 'credentialId' | 'counter'
	>;
	return {
		...said,
		factorId: row.id,
		userId: row.user_id,
		credentialId: row.credential_id ?? '',
		counter: row.counter ?? 0
	};
}
