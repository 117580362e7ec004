// Pictures of a brand. Browsers keep them for a year, so they are read rarely.
import type { AssetStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

export function createAssetStore(db: Executor): AssetStore {
	return {
		async find(id) {
			const row = await db.selectFrom('asset').selectAll().where('id', '=', id).executeTakeFirst();
			if (!row) return undefined;
			const { bytes, created_at: createdAt, ...rest } = row;
			return { ...rest, bytes: Buffer.from(bytes, 'base64'), createdAt };
		},

		async list() {
			const rows = await db
				.selectFrom('asset')
				.select(['id', 'type', 'width', 'height', 'created_at'])
				.orderBy('created_at', 'desc')
				.orderBy('id')
				.execute();
			return rows.map(({ created_at: createdAt, ...rest }) => ({ ...rest, createdAt }));
		},

		async put({ bytes, createdAt, ...rest }) {
			await db
				.insertInto('asset')
				.values({ ...rest, bytes: Buffer.from(bytes).toString('base64'), created_at: createdAt })
				.onConflict((conflict) => conflict.column('id').doNothing())
				.execute();
		},

		async remove(id) {
			const { numDeletedRows } = await db.deleteFrom('asset').where('id', '=', id).executeTakeFirstOrThrow();
			return numDeletedRows === 1n;
		}
	};
}
