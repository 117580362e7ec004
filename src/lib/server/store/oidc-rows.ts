// A provider record as a row. Ids of tokens are the tokens themselves, so only their hash is kept.
import { hash } from 'node:crypto';
import type { OidcPayload, OidcRecord, OidcSave } from '../usecases/ports.ts';

/** Unkeyed on purpose: the ids have 256 random bits, and a record stays readable when FOYER_SECRET changes. */
export function toStoredId(id: string): string {
	return hash('sha256', id, 'base64url');
}

/** A grant carries its own id where its tokens carry it: both are found by one statement. */
export function toOidcRow({ model, id, payload, expiresAt }: OidcSave) {
	const uid = textOf(payload.uid);
	const userCode = textOf(payload.userCode);
	// A record that is also found by another name needs its id in there: a session's is worthless without our signature.
	const mayHideId = payload.jti === id && uid === null && userCode === null;
	return {
		payload: JSON.stringify(mayHideId ? { ...payload, jti: null } : payload),
		grant_id: model === 'Grant' ? id : textOf(payload.grantId),
		uid,
		user_code: userCode,
		account_id: textOf(payload.accountId),
		expires_at: expiresAt ?? null
	};
}

/** `id` is what the record was asked for by; a hidden one goes back into the payload. */
export function toOidcRecord(row: { payload: string; consumed_at: number | null }, id?: string): OidcRecord {
	const payload = JSON.parse(row.payload) as OidcPayload;
	if (payload.jti === null && id !== undefined) payload.jti = id;
	return { payload, consumedAt: row.consumed_at ?? undefined };
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}
