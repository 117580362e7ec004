// Pictures that people upload of themselves: shown only while their account's avatar names them.
import { sql } from 'kysely';
import type { PictureStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

export function createPictureStore(db: Executor): PictureStore {
	return {
		async find(id) {
			const row = await db
				.selectFrom('picture')
				.innerJoin('user', 'user.id', 'picture.user_id')
				.select(['picture.bytes', 'picture.type'])
				.where('picture.id', '=', id)
				.where('user.avatar', 'like', `%/pictures/${id}.%`)
				.executeTakeFirst();
			return row && { bytes: Buffer.from(row.bytes, 'base64'), type: row.type };
		},

		async put(userId, { id, bytes, type, createdAt }) {
			const picture = { id, type, bytes: Buffer.from(bytes).toString('base64'), created_at: createdAt };
			await db
				.insertInto('picture')
				.values({ user_id: userId, ...picture })
				.onConflict((conflict) => conflict.column('user_id').doUpdateSet(picture))
				.execute();
		},

		async remove(userId) {
			await db.deleteFrom('picture').where('user_id', '=', userId).execute();
		}
	};
}

/** Those that nobody's avatar names any more. By their own ids: one that is uploaded meanwhile has another. */
export async function deleteUnnamedPictures(db: Executor, most: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('picture')
		.where('id', 'in', (query) =>
			query
				.selectFrom('picture')
				.innerJoin('user', 'user.id', 'picture.user_id')
				.select('picture.id')
				.where(sql<boolean>`coalesce("user"."avatar", '') not like '%/pictures/' || "picture"."id" || '.%'`)
				.limit(most)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}
