// Browsers that accounts remember. Every use replaces what a browser holds by one conditional write.
import type { Selectable } from 'kysely';
import type { Device } from '../core/device.ts';
import type { DeviceStore } from '../usecases/ports.ts';
import type { Database, Executor } from './schema.ts';

export function createDeviceStore(db: Executor): DeviceStore {
	return {
		async find(userId, { id, digest }) {
			const row = await selectKnown(db, userId)
				.where((known) => known.or([known('device.id', '=', id), known('device.digest', '=', digest)]))
				.executeTakeFirst();
			return row && toDevice(row);
		},

		async keep(userId, { id, digest, userAgent, trustedAt = null, trustedUntil = null }, { replaces, at }) {
			const trust = { trusted_at: trustedAt, trusted_until: trustedUntil };
			const seen = { digest, user_agent: userAgent, last_used_at: at, ...trust };
			if (!replaces) {
				await db
					.insertInto('device')
					.values({ id, user_id: userId, created_at: at, ...seen })
					.execute();
				return true;
			}
			const { numUpdatedRows } = await db
				.updateTable('device')
				.set({ ...seen, previous_digest: replaces.heldDigest })
				.where('id', '=', replaces.id)
				.where('digest', '=', replaces.digest)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async list(userId) {
			const rows = await selectKnown(db, userId).orderBy('last_used_at', 'desc').orderBy('device.id').execute();
			return rows.map(toDevice);
		},

		async remove(userId, id) {
			const { numDeletedRows } = await db
				.deleteFrom('device')
				.where('user_id', '=', userId)
				.where('id', '=', id)
				.executeTakeFirstOrThrow();
			return numDeletedRows === 1n;
		},

		async removeCopied(userId, { id, digest }) {
			const { numDeletedRows } = await db
				.deleteFrom('device')
				.where('user_id', '=', userId)
				.where('id', '=', id)
				.where('digest', '=', digest)
				.executeTakeFirstOrThrow();
			return numDeletedRows === 1n;
		},

		async removeAll(userId) {
			const { numDeletedRows } = await db.deleteFrom('device').where('user_id', '=', userId).executeTakeFirstOrThrow();
			return Number(numDeletedRows);
		}
	};
}

function selectKnown(db: Executor, userId: string) {
	return db
		.selectFrom('device')
		.innerJoin('user', 'user.id', 'device.user_id')
		.selectAll('device')
		.where('device.user_id', '=', userId)
		.whereRef('device.last_used_at', '>', 'user.devices_forgotten_at');
}

function toDevice(row: Selectable<Database['device']>): Device {
	return {
		id: row.id,
		digest: row.digest,
		previousDigest: row.previous_digest ?? undefined,
		userAgent: row.user_agent,
		createdAt: row.created_at,
		lastUsedAt: row.last_used_at,
		trustedAt: row.trusted_at ?? undefined,
		trustedUntil: row.trusted_until ?? undefined
	};
}
