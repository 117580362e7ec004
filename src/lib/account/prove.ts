// Showing who asks, by what the account has for it.
import type { MyAccount } from '../contract/account/profile.ts';
import {
	proofOffers,
	recordAnswer,
	recordIdAnswer,
	type ProofMethod,
	type ProofOffer
} from '../contract/account/verifications.ts';
import { myAccount } from '../contract/account/profile.ts';
import type { SendForm } from '../contract/forms.ts';
import { refuse, type Result } from '../contract/result.ts';
import { readCode } from '../experience/journeys/read-identifier.ts';
import { readPayload, sayOfPasskey } from '../experience/journeys/second-step.ts';
import { insideAccount } from './address.ts';
import type { AccountApi } from './api.ts';
import { codePage, keepContact } from './contact.ts';
import type { Outcome } from './form.ts';
import { sendCode } from './sent-code.ts';
import { changeSession, openSession, type AccountEvent } from './session.ts';

export const channels = { EmailVerificationCode: 'email', PhoneVerificationCode: 'phone' } as const;
export type CodeMethod = keyof typeof channels;

export const isCodeMethod = (method: string): method is CodeMethod => method in channels;

export async function offeredMethods(api: AccountApi): Promise<ProofOffer[]> {
	return (await api.get('verifications', proofOffers)).methods;
}

export type ProofForm = { password?: string; code?: string; verificationId?: string; payload?: string };

export async function proveBy(
	method: ProofMethod,
	form: ProofForm,
	api: AccountApi,
	event: AccountEvent
): Promise<Outcome> {
	const proven = await (isCodeMethod(method) ? byMessage(method, form, api, event) : byMeans[method](form, api, event));
	if (!proven.ok) return proven;
	await changeSession(event, { proof: { ...proven.value, by: method }, sent: undefined, asked: undefined });
	const to = insideAccount(event.url.searchParams.get('to'));
	const { contact } = await openSession(event);
	if (!contact?.isProven) return { to };
	// What waited for nothing but this. Left half-way, it does not come back at another proof.
	if (to === codePage(contact.type)) return keepContact(api, event);
	await changeSession(event, { contact: undefined });
	return { to };
}

/** For the first time, or `again`. */
export async function sendProofCode(
	method: CodeMethod,
	{ again }: SendForm,
	api: AccountApi,
	event: AccountEvent
): Promise<Outcome> {
	const to = event.url.pathname + query(event.url);
	const identifier = ownAddress(channels[method], await api.get('my-account', myAccount));
	if (!identifier) return { to };
	const sent = await sendCode(api, identifier);
	if (!sent.ok) return sent;
	await changeSession(event, { sent: { type: method, ...sent.value } });
	return { to: again ? `${to}&resent=1` : to };
}

type Proof = { id: string; expiresAt: number };

async function byMessage(
	method: CodeMethod,
	form: ProofForm,
	api: AccountApi,
	event: AccountEvent
): Promise<Result<Proof>> {
	const code = readCode(form.code ?? '');
	if (!code) return refuse('verification_code.code_mismatch');
	const sent = (await openSession(event)).sent;
	const identifier = ownAddress(channels[method], await api.get('my-account', myAccount));
	if (sent?.type !== method || !identifier) return refuse('verification_code.not_found');
	const body = { identifier, verificationId: sent.id, code };
	const checked = await api.ask('POST', 'verifications/verification-code/verify', recordIdAnswer, body);
	return checked.ok ? { ok: true, value: { id: sent.id, expiresAt: sent.expiresAt } } : checked;
}

type Means = Exclude<ProofMethod, CodeMethod>;
const byMeans: Record<Means, (form: ProofForm, api: AccountApi, event: AccountEvent) => Promise<Result<Proof>>> = {
	Password: ({ password = '' }, api) => atOnce(api, 'password', { password }),
	Totp: async ({ code = '' }, api) => {
		const digits = readCode(code);
		return digits ? atOnce(api, 'totp', { code: digits }) : refuse('session.mfa.invalid_totp_code');
	},
	BackupCode: async ({ code = '' }, api) =>
		code.trim() ? atOnce(api, 'backup-code', { code: code.trim() }) : refuse('session.mfa.invalid_backup_code'),
	WebAuthn: async ({ verificationId = '', payload = '' }, api, event) => {
		const answer = readPayload(payload);
		// Its ten minutes began when it was asked for.
		const { asked } = await openSession(event);
		if (!answer || asked?.id !== verificationId) return refuse('session.mfa.webauthn_verification_failed');
		const body = { verificationRecordId: verificationId, payload: answer };
		const path = 'verifications/web-authn/authentication/verify';
		const checked = sayOfPasskey(await api.ask('POST', path, recordIdAnswer, body));
		return checked.ok ? { ok: true, value: asked } : checked;
	}
};

async function atOnce(api: AccountApi, path: string, body: object): Promise<Result<Proof>> {
	const proven = await api.ask('POST', `verifications/${path}`, recordAnswer, body);
	if (!proven.ok) return proven;
	const { verificationRecordId: id, expiresAt } = proven.value;
	return { ok: true, value: { id, expiresAt: Date.parse(expiresAt) } };
}

function ownAddress(type: 'email' | 'phone', { primaryEmail, primaryPhone }: MyAccount) {
	const value = type === 'email' ? primaryEmail : primaryPhone;
	return value ? { type, value } : undefined;
}

function query({ searchParams }: URL): string {
	return `?${new URLSearchParams({ to: insideAccount(searchParams.get('to')) })}`;
}
