// Second factors. What is good once is taken by one conditional write.
import type { NewFactor } from '../core/factor.ts';
import type { FactorStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { keepFactors } from './factor-inserts.ts';
import { selectHolders, toHolder } from './factor-rows.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

const findHolderRows = prepared((db, later: Later<{ id: string }>) =>
	selectHolders(db).where('user.id', '=', later('id'))
);

const findPasskeyRow = prepared((db, later: Later<{ credentialId: string }>) =>
	selectHolders(db).where('factor.credential_id', '=', later('credentialId'))
);

export function createFactorStore(db: Executor): FactorStore {
	return {
		async findHolder(userId) {
			return toHolder((await findHolderRows(db, { id: userId })).rows);
		},

		async findPasskey(credentialId) {
			const holder = toHolder((await findPasskeyRow(db, { credentialId })).rows);
			const [passkey] = holder?.passkeys ?? [];
			return holder && passkey && { user: holder.user, passkey };
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

		async advanceCounter(id, counter, at) {
			const { numUpdatedRows } = await db
				.updateTable('factor')
				.set({ counter, last_used_at: at })
				.where('id', '=', id)
				.where((row) => (counter === 0 ? row('counter', '=', 0) : row('counter', '<', counter)))
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		keep: (userId, factors, at) => atomically(db, (scope) => keepFactors(scope, userId, sorted(factors), at)),

		async choose(userId, choices) {
			await db
				.updateTable('user')
				.set({ factor_choices: JSON.stringify(choices) })
				.where('id', '=', userId)
				.execute();
		},

		async remove(userId, id) {
			const { numDeletedRows } = await db
				.deleteFrom('factor')
				.where('id', '=', id)
				.where('user_id', '=', userId)
				.executeTakeFirstOrThrow();
			await forgetDevices(db, userId);
			return numDeletedRows === 1n;
		},

		async namePasskey(userId, id, name) {
			const { numUpdatedRows } = await db
				.updateTable('factor')
				.set({ name })
				.where('id', '=', id)
				.where('user_id', '=', userId)
				.where('type', '=', 'WebAuthn')
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async listBackupCodes(userId) {
			const rows = await db
				.selectFrom('backup_code')
				.innerJoin('factor', 'factor.id', 'backup_code.factor_id')
				.select('consumed_at')
				.where('user_id', '=', userId)
				.orderBy('consumed_at')
				.execute();
			return rows.map(({ consumed_at: usedAt }) => ({ usedAt: usedAt ?? undefined }));
		},

		async removeAll(userId) {
			const { numDeletedRows } = await db.deleteFrom('factor').where('user_id', '=', userId).executeTakeFirstOrThrow();
			await forgetDevices(db, userId);
			return Number(numDeletedRows);
		}
	};
}

/** No browser is trusted for a factor that is gone. */
async function forgetDevices(db: Executor, userId: string): Promise<void> {
	await db.deleteFrom('device').where('user_id', '=', userId).execute();
}

const order: NewFactor['type'][] = ['Totp', 'WebAuthn', 'BackupCode'];

/** In one order, so that two who set up the same do not wait for each other crosswise. */
function sorted(factors: NewFactor[]): NewFactor[] {
	return factors.toSorted((one, other) => order.indexOf(one.type) - order.indexOf(other.type));
}
