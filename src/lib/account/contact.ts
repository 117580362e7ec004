// A new number or address: a code goes there, and when it has come back the account is reached there.
import type { AccountSession } from '../contract/account/access.ts';
import { myAccount } from '../contract/account/profile.ts';
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

/** Another code for where the last one went. A page whose code has been replaced sends nothing, and shows what is awaited. */
export async function sendAgain(
	api: AccountApi,
	event: AccountEvent,
	asked: { type: Channel; verificationId?: string }
): Promise<Outcome> {
	const { contact } = await openSession(event);
	if (!isAwaited(contact, asked)) return { to: event.url.pathname };
	const sent = await sendTo(api, event, contact);
	return 'to' in sent ? { to: `${sent.to}?resent=1` } : sent;
}

type Contact = NonNullable<AccountSession['contact']>;

/** The cookie keeps one for all windows: a page may be of another. */
function isAwaited(
	contact: Contact | undefined,
	{ type, verificationId }: { type: Channel; verificationId?: string }
): contact is Contact {
	return contact?.type === type && contact.id === verificationId;
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

export async function enterNewCode(
	api: AccountApi,
	event: AccountEvent,
	{ code: typed, ...asked }: { type: Channel; verificationId?: string; code: string }
): Promise<Outcome> {
	const { contact } = await openSession(event);
	if (!isAwaited(contact, asked)) {
		return { to: saying(`/account/${asked.type}/new`, { code: 'verification_record.not_found' }) };
	}
	const { type, value, id, isProven } = contact;
	const code = readCode(typed);
	// What cannot be a code costs no guess.
	if (!isProven && !code) return refuse('verification_code.code_mismatch');
	if (!isProven) {
		const body = { identifier: { type, value }, verificationId: id, code };
		const checked = await api.ask('POST', 'verifications/verification-code/verify', recordIdAnswer, body);
		if (!checked.ok) return (await isKept(api, contact)) ? saved(event, type) : checked;
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
	if (kept.ok || (await isKept(api, contact))) return saved(event, type);
	if (isUnproven(kept.problem)) return kept;
	if (mayWorkAgain(kept.problem)) return { to: saying(codePage(type), kept.problem) };
	await changeSession(event, { contact: undefined });
	const page = `/account/${type}/new`;
	await keepTyped(event, page, { identifier: type === 'phone' ? `+${value}` : value });
	return { to: saying(page, kept.problem) };
}

/** The other half of a double press has done it. */
async function isKept(api: AccountApi, { type, value }: Contact): Promise<boolean> {
	const me = await api.ask('GET', 'my-account', myAccount);
	if (!me.ok || me.value.unproven?.includes(type)) return false;
	return value === (type === 'email' ? me.value.primaryEmail : me.value.primaryPhone);
}

async function saved(event: AccountEvent, type: Channel): Promise<Outcome> {
	await changeSession(event, { contact: undefined });
	await endProofBy(event, type);
	return { to: `/account/${type}`, done: 'saved' };
}

/** Nothing is wrong with what was proven. */
function mayWorkAgain({ code }: Problem): boolean {
	return code === 'session.busy' || code === 'request.rate_limited' || code.startsWith('server.');
}

function saying(page: string, problem: Problem): string {
	return `${page}?${new URLSearchParams(refusalQuery(problem))}`;
}
