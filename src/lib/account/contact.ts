// A new number or address: a code goes there, and when it has come back the account is reached there.
import { recordIdAnswer } from '../contract/account/verifications.ts';
import type { IdentifierForm } from '../contract/forms.ts';
import type { Problem } from '../contract/problems.ts';
import { refuse } from '../contract/result.ts';
import { readCode, readIdentifier } from '../experience/journeys/read-identifier.ts';
import { refusalQuery } from '../experience/journeys/refusal.ts';
import type { AccountApi } from './api.ts';
import { isUnproven, type Outcome } from './form.ts';
import { keepTyped } from './proof.ts';
import { sendCode } from './sent-code.ts';
import { changeSession, openSession, type AccountEvent } from './session.ts';

export type Channel = 'email' | 'phone';

export const codePage = (type: Channel) => `/account/${type}/code`;

export async function sendToNew(
	api: AccountApi,
	event: AccountEvent,
	type: Channel,
	form: Pick<IdentifierForm, 'identifier' | 'country'>
): Promise<Outcome> {
	const read = readIdentifier({ ...form, kind: type });
	if (!read.ok) return read;
	if (read.value.type !== type) return refuse(`user.invalid_${type}`);
	return sendTo(api, event, { type, value: read.value.value });
}

/** Another code for where the last one went. */
export async function sendAgain(api: AccountApi, event: AccountEvent): Promise<Outcome> {
	const { contact } = await openSession(event);
	if (!contact) return { to: event.url.pathname };
	return sendTo(api, event, contact);
}

async function sendTo(
	api: AccountApi,
	event: AccountEvent,
	{ type, value }: { type: Channel; value: string }
): Promise<Outcome> {
	const sent = await sendCode(api, { type, value });
	if (sent.ok) {
		await changeSession(event, { contact: { type, value, ...sent.value } });
		return { to: codePage(type) };
	}
	// The other half of a double click is refused by the pause between two codes: one is on its way.
	const { contact } = await openSession(event);
	const isOnItsWay = contact?.value === value && sent.problem.code === 'request.message_rate_limited';
	return isOnItsWay && event.url.pathname.endsWith('/new') ? { to: codePage(type) } : sent;
}

export async function enterNewCode(api: AccountApi, event: AccountEvent, typed: string): Promise<Outcome> {
	const { contact } = await openSession(event);
	if (!contact) return { to: event.url.pathname };
	const { type, value, id, isProven } = contact;
	const code = readCode(typed);
	// What cannot be a code costs no guess.
	if (!isProven && !code) return refuse('verification_code.code_mismatch');
	if (!isProven) {
		const body = { identifier: { type, value }, verificationId: id, code };
		const checked = await api.ask('POST', 'verifications/verification-code/verify', recordIdAnswer, body);
		if (!checked.ok) return checked;
		await changeSession(event, { contact: { ...contact, isProven: true } });
	}
	return keepContact(api, event);
}

/** What was shown by a code to an address that is gone shows nothing any more. */
export async function endProofBy(event: AccountEvent, type: Channel): Promise<void> {
	const { proof } = await openSession(event);
	const by = type === 'email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
	if (proof?.by === by) await changeSession(event, { proof: undefined });
}

/** The address is proven; whether who asks still is, may be another matter: then that is asked first, and this goes on. */
export async function keepContact(api: AccountApi, event: AccountEvent): Promise<Outcome> {
	const { contact } = await openSession(event);
	if (!contact?.isProven) return { to: '/account' };
	const { type, value, id } = contact;
	const body = { [type]: value, newIdentifierVerificationRecordId: id };
	const kept = await api.send('POST', `my-account/primary-${type}`, body);
	if (!kept.ok && isUnproven(kept.problem)) return kept;
	if (!kept.ok && mayWorkAgain(kept.problem)) return { to: saying(codePage(type), kept.problem) };
	await changeSession(event, { contact: undefined });
	if (kept.ok) await endProofBy(event, type);
	if (kept.ok) return { to: `/account/${type}`, done: 'saved' };
	const page = `/account/${type}/new`;
	await keepTyped(event, page, { identifier: type === 'phone' ? `+${value}` : value });
	return { to: saying(page, kept.problem) };
}

/** Nothing is wrong with what was proven. */
function mayWorkAgain({ code }: Problem): boolean {
	return code === 'session.busy' || code === 'request.rate_limited' || code.startsWith('server.');
}

function saying(page: string, problem: Problem): string {
	return `${page}?${new URLSearchParams(refusalQuery(problem))}`;
}
