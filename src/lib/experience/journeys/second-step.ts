// A second proof of somebody who is known: by app, passkey, backup code, or a code to the account's own address.
import type { PublicFactorRecord } from '../../contract/factors.ts';
import type { SendForm } from '../../contract/forms.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import { refuse, type Result } from '../../contract/result.ts';
import type { InteractionAnswer } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { submit } from './finish.ts';
import type { Outcome, Page } from './next-page.ts';
import { afterRefusal } from './progress.ts';
import { readCode } from './read-identifier.ts';

export const channels = { EmailVerificationCode: 'email', PhoneVerificationCode: 'phone' } as const;
export type CodeFactor = keyof typeof channels;

export function isCodeFactor(factor: string): factor is CodeFactor {
	return factor in channels;
}

/** The code that is on its way, if any. */
export function sentFactorCode(
	{ verificationRecords, now = 0 }: InteractionAnswer,
	factor: CodeFactor
): (PublicFactorRecord & { expiresAt: number; resendAt: number }) | undefined {
	const isSent = (record: InteractionAnswer['verificationRecords'][number]) =>
		record.type === `Mfa${factor}` && 'resendAt' in record && !record.verified && (record.expiresAt ?? 0) > now;
	return verificationRecords.find(isSent) as ReturnType<typeof sentFactorCode>;
}

/** `trust`: no second step in this browser for a while. */
type Trusting = { trust?: string };

export async function showTotp(api: Writer, { code: typed, trust }: Trusting & { code: string }): Promise<Outcome> {
	const code = readCode(typed);
	return code ? afterProof(api, await api.checkTotp(code), trust) : refuse('session.mfa.invalid_totp_code');
}

export async function showBackupCode(api: Writer, { code, trust }: Trusting & { code: string }): Promise<Outcome> {
	return code.trim()
		? afterProof(api, await api.checkBackupCode(code), trust)
		: refuse('session.mfa.invalid_backup_code');
}

export async function showFactorCode(
	api: Writer,
	factor: CodeFactor,
	{ verificationId, code: typed, trust }: Trusting & { verificationId: string; code: string }
): Promise<Outcome> {
	const code = readCode(typed);
	if (!code) return refuse('verification_code.code_mismatch');
	return afterProof(api, await api.checkFactorCode(channels[factor], verificationId, code), trust);
}

export async function showPasskey(
	api: Writer,
	{ verificationId, payload, trust }: Trusting & { verificationId: string; payload: string }
): Promise<Outcome> {
	const answer = readPayload(payload);
	if (!answer) return refuse('session.mfa.webauthn_verification_failed');
	return afterProof(api, sayOfPasskey(await api.checkPasskey('authentication', verificationId, answer)), trust);
}

/** For the first time, or `again`. Of two presses one is refused by the cooldown: its code is on its way. */
export async function sendFactorCode(api: Writer, factor: CodeFactor, { again }: SendForm): Promise<Outcome> {
	const page: Page = `/mfa-verification/${factor}`;
	const sent = await api.sendFactorCode(channels[factor]);
	if (!sent.ok) return afterRefusal(api, 'continue', sent.problem);
	return again ? { page, query: { resent: '1' } } : { page };
}

export function readPayload(json: string): unknown {
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return undefined;
	}
}

/** What is over is called a code by its refusal: nobody has got one, and a press begins anew. */
export function sayOfPasskey<Value>(answer: Result<Value>): Result<Value> {
	const isOver = !answer.ok && overdue.includes(answer.problem.code);
	return isOver ? refuse('session.mfa.webauthn_verification_failed') : answer;
}

const overdue: ProblemCode[] = ['session.verification_session_not_found', 'verification_record.not_found'];

/** The other half of a double click may have used the proof up: nothing is pending then. */
async function afterProof(api: Writer, proven: Result<unknown>, trust: string | undefined): Promise<Outcome> {
	// A trust that was switched off meanwhile keeps nobody from going on.
	if (proven.ok && trust) await api.trustDevice();
	if (proven.ok) return submit(api, 'continue');
	const state = await api.interaction();
	const isDone = state.ok && !state.value.redirectTo && state.value.userId && !state.value.secondStep;
	return isDone ? submit(api, 'continue') : afterRefusal(api, 'continue', proven.problem);
}
