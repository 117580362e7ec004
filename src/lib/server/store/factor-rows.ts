// How an account is read together with its second factors: one statement, a row for each factor.
import type { PasskeyCredential } from '../core/factor.ts';
import type { FactorHolder, KeptPasskey } from '../usecases/ports.ts';
import type { Database, Executor } from './schema.ts';
import { selectUsers, toUser, type UserRow } from './user-rows.ts';

type FactorColumns = Database['factor'];

export type HolderRow = UserRow & {
	factor_id: string | null;
	factor_type: FactorColumns['type'] | null;
	factor_name: string | null;
	factor_created_at: number | null;
	factor_used_at: number | null;
	sealed_secret: string | null;
	credential_id: string | null;
	credential: string | null;
	counter: number | null;
	/** Of backup codes: how many have not been used. */
	remaining: number | null;
};

export function selectHolders(db: Executor) {
	return selectUsers(db)
		.leftJoin('factor', 'factor.user_id', 'user.id')
		.select([
			'factor.id as factor_id',
			'factor.type as factor_type',
			'factor.name as factor_name',
			'factor.created_at as factor_created_at',
			'factor.last_used_at as factor_used_at',
			'factor.sealed_secret',
			'factor.credential_id',
			'factor.credential',
			'factor.counter'
		])
		.select((row) =>
			row
				.selectFrom('backup_code')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.whereRef('backup_code.factor_id', '=', 'factor.id')
				.where('backup_code.consumed_at', 'is', null)
				.as('remaining')
		)
		.orderBy('factor.created_at');
}

export function toHolder(rows: HolderRow[]): FactorHolder | undefined {
	const [first] = rows;
	if (!first) return undefined;
	const kept = rows.filter(isKept);
	const app = kept.find((row) => row.factor_type === 'Totp');
	return {
		user: toUser(first),
		factors: kept.map((row) => ({
			id: row.factor_id,
			type: row.factor_type,
			name: row.factor_name ?? undefined,
			remaining: row.factor_type === 'BackupCode' ? Number(row.remaining) : undefined,
			createdAt: row.factor_created_at,
			lastUsedAt: row.factor_used_at ?? undefined
		})),
		totp: app?.sealed_secret ? { id: app.factor_id, sealedSecret: app.sealed_secret } : undefined,
		passkeys: kept.filter(({ factor_type }) => factor_type === 'WebAuthn').map((row) => toPasskey(row, first.id))
	};
}

type KeptRow = HolderRow & { factor_id: string; factor_type: FactorColumns['type']; factor_created_at: number };

function isKept(row: HolderRow): row is KeptRow {
	return row.factor_id !== null;
}

function toPasskey(row: KeptRow, userId: string): KeptPasskey {
	const said = JSON.parse(row.credential ?? '{}') as Omit<PasskeyCredential, 'credentialId' | 'counter'>;
	return {
		...said,
		factorId: row.factor_id,
		userId,
		credentialId: row.credential_id ?? '',
		counter: row.counter ?? 0
	};
}
