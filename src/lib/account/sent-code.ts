// A code by message: asked for, and its times as a page shows them.
import type { PendingCode } from '../contract/account/access.ts';
import { sentCodeAnswer } from '../contract/account/verifications.ts';
import { ok, type Result } from '../contract/result.ts';
import type { CodeIdentifier } from '../contract/schemas.ts';
import type { AccountApi } from './api.ts';

export async function sendCode(api: AccountApi, identifier: CodeIdentifier): Promise<Result<PendingCode>> {
	const sent = await api.ask('POST', 'verifications/verification-code', sentCodeAnswer, { identifier });
	if (!sent.ok) return sent;
	const { verificationRecordId: id, expiresAt, codeExpiresAt, resendAt } = sent.value;
	return ok({ id, expiresAt: Date.parse(expiresAt), codeExpiresAt, resendAt });
}

/** In epoch milliseconds. */
export function clockOf({ codeExpiresAt, resendAt }: PendingCode) {
	return { now: Date.now(), expiresAt: codeExpiresAt, resendAt };
}
