// Setting up a second factor at the end of a sign-in or registration.
import { refuse, type Result } from '../../contract/result.ts';
import type { Writer } from '../client.ts';
import { submit } from './finish.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';
import { readCode } from './read-identifier.ts';
import { readPayload, sayOfPasskey } from './second-step.ts';

/** Yes or no to the offer; either way the sign-in goes on. */
export async function answerOffer(api: Writer, answer: 'take' | 'decline'): Promise<Outcome> {
	const answered = await (answer === 'take' ? api.takeFactors() : api.declineFactors());
	return goOn(api, answered);
}

export async function startTotp(api: Writer): Promise<Outcome> {
	const made = await api.makeTotpKey();
	return made.ok ? { page: '/mfa-binding/Totp' } : afterRefusal(api, 'continue', made.problem);
}

export async function confirmTotp(
	api: Writer,
	{ verificationId, code: typed }: { verificationId: string; code: string }
): Promise<Outcome> {
	const code = readCode(typed);
	if (!code) return refuse('session.mfa.invalid_totp_code');
	const checked = await api.checkTotp(code, verificationId);
	if (!checked.ok) return afterRefusal(api, 'continue', checked.problem);
	return goOn(api, await api.bindFactor('Totp', verificationId));
}

export async function addPasskey(
	api: Writer,
	{ verificationId, payload }: { verificationId: string; payload: string }
): Promise<Outcome> {
	const answer = readPayload(payload);
	if (!answer) return refuse('session.mfa.webauthn_verification_failed');
	const checked = sayOfPasskey(await api.checkPasskey('registration', verificationId, answer));
	if (!checked.ok) return afterRefusal(api, 'continue', checked.problem);
	return goOn(api, sayOfPasskey(await api.bindFactor('WebAuthn', verificationId)));
}

export async function keepBackupCodes(api: Writer, verificationId: string): Promise<Outcome> {
	return goOn(api, await api.bindFactor('BackupCode', verificationId));
}

async function goOn(api: Writer, done: Result<unknown>): Promise<Outcome> {
	return done.ok ? submit(api, 'continue') : afterRefusal(api, 'continue', done.problem);
}
