// Sign-in attempts as our own code sees them: one row, saved with compare-and-swap.
import type { Interaction } from '../core/interaction/state.ts';
import type { InteractionStore, OidcPayload } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

/** What a fresh row holds in `state`. */
export function freshState({ session }: OidcPayload): string {
	const openedIn = isSession(session) ? { session: { uid: session.uid, accountId: session.accountId } } : {};
	return JSON.stringify({ ...openedIn, verifications: [] });
}

export function createInteractionStore(db: Executor): InteractionStore {
	return {
		/** Has no clock: answers expired and closed rows too, until they are swept. The use case decides. */
		async find(id) {
			const row = await db
				.selectFrom('interaction')
				.select(['id', 'client_id', 'state', 'version', 'expires_at'])
				.where('id', '=', id)
				.executeTakeFirst();
			if (!row) return undefined;
			const state = JSON.parse(row.state) as Interaction;
			return { ...state, id: row.id, clientId: row.client_id, version: row.version, expiresAt: row.expires_at };
		},

		async replace(before, after, result) {
			const { id: _id, clientId: _clientId, version: _version, expiresAt, ...state } = after;
			const { numUpdatedRows } = await db
				.updateTable('interaction')
				.set((row) => ({
					state: JSON.stringify(state),
					expires_at: expiresAt,
					version: row('version', '+', 1),
					...(result && { result: JSON.stringify(result) })
				}))
				.where('id', '=', before.id)
				.where('version', '=', before.version)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async setResult(id, result) {
			await db
				.updateTable('interaction')
				.set({ result: JSON.stringify(result) })
				.where('id', '=', id)
				.execute();
		}
	};
}

function isSession(value: unknown): value is { uid: string; accountId?: string } {
	return typeof value === 'object' && value !== null && 'uid' in value && typeof value.uid === 'string';
}
