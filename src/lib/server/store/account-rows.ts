// A proof as a row. `data` is what was made or answered, by its purpose: a passkey's credential, backup codes' digests.
import type { PasskeyCredential } from '../core/factor.ts';
import type { AccountVerification } from '../usecases/ports.ts';
import type { Database } from './schema.ts';

type Row = Database['account_verification'];
/** As an outer join answers it. */
type Joined = { [Name in keyof Row]: Row[Name] | null };

export function toVerificationRow(verification: AccountVerification): Row {
	const { id, userId, purpose, type, identifier, factorId, challenge, credential, digests } = verification;
	const data = credential ?? digests?.toSorted();
	return {
		id,
		user_id: userId,
		purpose,
		type,
		identifier: identifier ?? null,
		factor_id: factorId ?? null,
		challenge: challenge ?? null,
		data: data ? JSON.stringify(data) : null,
		verified_at: verification.verifiedAt ?? null,
		created_at: verification.createdAt,
		expires_at: verification.expiresAt
	};
}

export function toVerification(row: Joined): AccountVerification | undefined {
	const { id, user_id: userId, purpose, type, created_at: createdAt, expires_at: expiresAt } = row;
	if (id === null || userId === null || purpose === null || type === null) return undefined;
	const data = row.data === null ? undefined : (JSON.parse(row.data) as unknown);
	return {
		id,
		userId,
		purpose,
		type,
		identifier: row.identifier ?? undefined,
		factorId: row.factor_id ?? undefined,
		challenge: row.challenge ?? undefined,
		...(purpose === 'new-passkey' && { credential: data as PasskeyCredential | undefined }),
		...(purpose === 'new-backup-codes' && { digests: data as string[] | undefined }),
		verifiedAt: row.verified_at ?? undefined,
		createdAt: createdAt ?? 0,
		expiresAt: expiresAt ?? 0
	};
}
