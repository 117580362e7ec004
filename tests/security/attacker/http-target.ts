// The built Foyer over HTTP, with the sandbox as everybody's phone and mailbox.
import { startSignIn, type Answer } from '../../support/api-client.ts';
import { totpCode } from '../../support/authenticator-app.ts';
import type { Foyer } from '../../support/server.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account, Door, Reply, Target } from './target.ts';

const arrivalMs = 40;

type Management = (method: string, path: string, body?: unknown) => Promise<Answer['body']>;

export async function openHttpTarget(foyer: Foyer): Promise<Target> {
	const manage = await openManagement(foyer);
	return {
		origin: foyer.origin,
		open: () => openDoor(foyer),
		async codeSentTo(to) {
			const address = to.type === 'phone' ? `+${to.value}` : to.value;
			const messages = await foyer.inbox.messages(address);
			return messages.sort((a, b) => a.at - b.at).at(-1)?.code;
		},
		appCode: (secret) => totpCode(secret),
		async mintToken(email, interactionEvent) {
			const context = interactionEvent ? { interactionEvent } : {};
			const minted = await manage('POST', '/api/one-time-tokens', { email, context });
			return (minted as { token: string }).token;
		},
		async createAccount({ phone, email, username, password }) {
			const created = await manage('POST', '/api/users', {
				primaryPhone: phone,
				primaryEmail: email,
				username,
				password
			});
			return (created as { id: string }).id;
		},
		async findAccount(id) {
			const user = (await manage('GET', `/api/users/${id}`)) as Record<string, string | null>;
			const account: Account = {
				id,
				phone: user['primaryPhone'] ?? undefined,
				email: user['primaryEmail'] ?? undefined,
				username: user['username'] ?? undefined
			};
			return account;
		},
		async suspend(id, isSuspended) {
			await manage('PATCH', `/api/users/${id}/is-suspended`, { isSuspended });
		},
		async useSettings(settings) {
			await manage('PATCH', '/api/sign-in-exp', { signInMode: 'SignInAndRegister', ...settings });
		},
		advance: (ms) => foyer.advanceClock(ms),
		async close() {}
	};
}

async function openManagement(foyer: Foyer): Promise<Management> {
	const machine = await foyer.createApplication({
		type: 'MachineToMachine',
		redirectUris: [],
		more: ['--management']
	});
	const answer = await fetch(`${foyer.origin}/oidc/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${btoa(`${machine.id}:${machine.secret}`)}` },
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			resource: 'https://default.logto.app/api',
			scope: 'all'
		})
	});
	const { access_token: token } = (await answer.json()) as { access_token: string };
	return async (method, path, body) => {
		const response = await fetch(`${foyer.origin}${path}`, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body)
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}: ${text}`);
		return text ? JSON.parse(text) : undefined;
	};
}

async function openDoor(foyer: Foyer): Promise<Door> {
	const journey = await startSignIn(foyer);
	const call = async (method: string, path: string, body?: unknown) => toReply(await journey.api(method, path, body));
	const profile = (item: unknown) => call('POST', 'profile', item);
	const prove = (path: string, body?: unknown) => journey.api('POST', `verification/${path}`, body);
	const bind = (type: string, verificationId: unknown) => call('POST', 'profile/mfa', { type, verificationId });
	return {
		browser: journey.jar,
		start: (interactionEvent) => call('PUT', '', { interactionEvent }),
		changeEvent: (interactionEvent) => call('PUT', 'interaction-event', { interactionEvent }),
		async sendCode(identifier) {
			const reply = await call('POST', 'verification/verification-code', { identifier, interactionEvent: 'SignIn' });
			// Where waiting would tell members from strangers, the message follows the answer.
			await pause(arrivalMs);
			return reply;
		},
		checkCode: (identifier, verificationId, code) =>
			call('POST', 'verification/verification-code/verify', { identifier, verificationId, code }),
		checkToken: (value, token) =>
			call('POST', 'verification/one-time-token/verify', { identifier: { type: 'email', value }, token }),
		checkPassword: (identifier, password) => call('POST', 'verification/password', { identifier, password }),
		offerIdentity: (value, password) =>
			call('POST', 'verification/new-password-identity', { identifier: { type: 'username', value }, password }),
		identify: (verificationId) => call('POST', 'identification', { verificationId }),
		addUsername: (value) => profile({ type: 'username', value }),
		addPassword: (value) => profile({ type: 'password', value }),
		addContact: (type, verificationId) => profile({ type, verificationId }),
		choosePassword: (password) => call('PUT', 'profile/password', { password }),
		async setUpApp(codeOf) {
			const made = await prove('totp/secret');
			const { verificationId, secret } = made.body as { verificationId: string; secret: string };
			if (made.status !== 200) return toReply(made);
			const checked = await prove('totp/verify', { code: codeOf(secret), verificationId });
			return checked.status === 200 ? { ...(await bind('Totp', verificationId)), secret } : toReply(checked);
		},
		async makeBackupCodes() {
			const made = await prove('backup-code/generate');
			const { verificationId, codes } = made.body as { verificationId: string; codes: string[] };
			return made.status === 200 ? { ...(await bind('BackupCode', verificationId)), codes } : toReply(made);
		},
		showApp: async (code) => toReply(await prove('totp/verify', { code })),
		showBackupCode: async (code) => toReply(await prove('backup-code/verify', { code })),
		async sendFactorCode() {
			const reply = toReply(await prove('mfa-verification-code', { identifierType: 'phone' }));
			await pause(arrivalMs);
			return reply;
		},
		checkFactorCode: async (verificationId, code) =>
			toReply(await prove('mfa-verification-code/verify', { identifierType: 'phone', verificationId, code })),
		async addPasskey(answer) {
			const asked = await prove('web-authn/registration');
			if (asked.status !== 200) return toReply(asked);
			const { verificationId, registrationOptions } = asked.body as Asked;
			const payload = answer(registrationOptions?.challenge ?? '');
			const checked = await prove('web-authn/registration/verify', { verificationId, payload });
			return checked.status === 200 ? bind('WebAuthn', verificationId) : toReply(checked);
		},
		askPasskey: async () => toAsked(await prove('web-authn/authentication')),
		showPasskey: async (verificationId, payload) =>
			toReply(await prove('web-authn/authentication/verify', { verificationId, payload })),
		askSignInPasskey: async () =>
			toAsked(await journey.api('POST', '/api/experience/preflight/sign-in-passkey/authentication')),
		showSignInPasskey: async (payload) => toReply(await prove('sign-in-passkey/authentication/verify', { payload })),
		trustDevice: () => call('POST', 'profile/mfa/trusted-device'),
		chooseFactors: (choice) => call('POST', `profile/mfa/mfa-${choice}`),
		async submit() {
			const answer = await journey.api('POST', 'submit');
			const reply = toReply(answer);
			const { redirectTo } = (answer.body || {}) as { redirectTo?: string };
			if (!reply.ok || !redirectTo) return reply;
			// Only tokens tell who was let in.
			const { body: tokens } = await journey.exchange(await journey.finish(redirectTo));
			const claims = JSON.parse(atob(tokens.id_token.split('.')[1] ?? '')) as { sub: string };
			return { ...reply, signedInAs: claims.sub };
		},
		async identified() {
			const { body } = await journey.api('GET', 'interaction');
			return (body as { userId?: string }).userId;
		}
	};
}

type Asked = {
	verificationId?: string;
	registrationOptions?: { challenge: string };
	authenticationOptions?: { challenge: string };
};

function toAsked(answer: Answer) {
	const { authenticationOptions } = (answer.body || {}) as Asked;
	return { ...toReply(answer), challenge: authenticationOptions?.challenge };
}

function toReply({ status, body }: Answer): Reply {
	const { code, verificationId } = (body || {}) as { code?: string; verificationId?: string };
	if (status >= 500 && status !== 501) throw new Error(`a server error: ${code ?? status}`);
	return status < 300 ? { ok: true, verificationId } : { ok: false, code: code ?? String(status) };
}
