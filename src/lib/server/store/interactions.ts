// Sign-in attempts as our own code sees them: one row, saved with compare-and-swap.
import type { Selectable } from 'kysely';
import type { Interaction } from '../core/interaction/state.ts';
import type { InteractionStore, OidcPayload, UserIdentifier } from '../usecases/ports.ts';
import { prepared, type Later } from './prepared.ts';
import type { Database, Executor } from './schema.ts';
import { selectHolders, toHolder } from './factor-rows.ts';
import { selectUsers, toUser } from './user-rows.ts';

/** What a fresh row holds in `state`. */
export function freshState({ session }: OidcPayload, { isShared }: { isShared?: true } = {}): string {
	const openedIn = isSession(session) ? { session: { uid: session.uid, accountId: session.accountId } } : {};
	return JSON.stringify({ ...openedIn, isShared, verifications: [] });
}

const columns = ['id', 'client_id', 'state', 'version', 'expires_at'] as const;

const findRow = prepared((db, later: Later<{ id: string }>) =>
	db.selectFrom('interaction').select(columns).where('id', '=', later('id'))
);

const findRowWithHolder = prepared((db, later: Later<{ id: string } & UserIdentifier>) =>
	db
		.selectFrom('interaction')
		.select(columns)
		.select((row) =>
			row
				.selectFrom('identifier')
				.select('user_id')
				.where('type', '=', later('type'))
				.where('value', '=', later('value'))
				.as('holder_id')
		)
		.where('id', '=', later('id'))
);

const interactionColumns = [
	'interaction.id as interaction_id',
	'interaction.client_id',
	'interaction.state',
	'interaction.version',
	'interaction.expires_at'
] as const;

/** Nothing where it has identified nobody, or somebody who is gone. */
const findRowWithUser = prepared((db, later: Later<{ id: string }>) =>
	selectUsers(db)
		.innerJoin('interaction', 'interaction.user_id', 'user.id')
		.select(interactionColumns)
		.where('interaction.id', '=', later('id'))
);

/** The same with its second factors: a row for each. */
const findRowsWithHolder = prepared((db, later: Later<{ id: string }>) =>
	selectHolders(db)
		.innerJoin('interaction', 'interaction.user_id', 'user.id')
		.select(interactionColumns)
		.where('interaction.id', '=', later('id'))
);

type Replacement = {
	id: string;
	version: number;
	state: string;
	userId: string | undefined;
	expiresAt: number;
	result: string | undefined;
};

const replaceRow = prepared((db, later: Later<Replacement>) =>
	db
		.updateTable('interaction')
		.set((row) => ({
			state: later('state'),
			user_id: later('userId'),
			expires_at: later('expiresAt'),
			version: row('version', '+', 1),
			result: row.fn.coalesce(row.cast<string>(row.val(later('result')), 'text'), 'result')
		}))
		.where('id', '=', later('id'))
		.where('version', '=', later('version'))
);

export function createInteractionStore(db: Executor): InteractionStore {
	return {
		/** Has no clock: answers expired and closed rows too, until they are swept. The use case decides. */
		async find(id) {
			const [row] = (await findRow(db, { id })).rows;
			return row && toInteraction(row);
		},

		async findWithHolder(id, identifier) {
			const [row] = (await findRowWithHolder(db, { id, ...identifier })).rows;
			return row && { interaction: toInteraction(row), holderId: row.holder_id ?? undefined };
		},

		async findWithUser(id) {
			const [row] = (await findRowWithUser(db, { id })).rows;
			return row && { interaction: toInteraction({ ...row, id: row.interaction_id }), user: toUser(row) };
		},

		async findWithFactors(id) {
			const { rows } = await findRowsWithHolder(db, { id });
			const [row] = rows;
			const holder = toHolder(rows);
			return row && holder && { interaction: toInteraction({ ...row, id: row.interaction_id }), holder };
		},

		async replace(before, after, result) {
			const { id: _id, clientId: _clientId, version: _version, expiresAt, ...state } = after;
			const { id, version } = before;
			const { numAffectedRows } = await replaceRow(db, {
				id,
				version,
				state: JSON.stringify(state),
				userId: state.userId,
				expiresAt,
				result: result && JSON.stringify(result)
			});
			return numAffectedRows === 1n;
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

type Row = Pick<Selectable<Database['interaction']>, (typeof columns)[number]>;

function toInteraction(row: Row): Interaction {
	const state = JSON.parse(row.state) as Interaction;
	return { ...state, id: row.id, clientId: row.client_id, version: row.version, expiresAt: row.expires_at };
}

function isSession(value: unknown): value is { uid: string; accountId?: string } {
	return typeof value === 'object' && value !== null && 'uid' in value && typeof value.uid === 'string';
}
