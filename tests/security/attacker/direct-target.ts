// The use cases on a real store, without HTTP: the same rules a hundred times faster.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Result } from '../../../src/lib/contract/result.ts';
import { settings as schema, type Settings } from '../../../src/lib/contract/settings.ts';
import { createPasskeys } from '../../../src/lib/server/factors/passkeys.ts';
import { createTotp } from '../../../src/lib/server/factors/totp.ts';
import { migrateStore } from '../../../src/lib/server/store/migrate.ts';
import { openStore } from '../../../src/lib/server/store/open.ts';
import { createHasher } from '../../../src/lib/server/telemetry/hasher.ts';
import { ids } from '../../../src/lib/server/telemetry/ids.ts';
import type { DeviceTokens } from '../../../src/lib/server/core/device.ts';
import { changeEvent } from '../../../src/lib/server/usecases/change-event.ts';
import { bindFactor, chooseFactors } from '../../../src/lib/server/usecases/factors/bind-factor.ts';
import { checkBackupCode } from '../../../src/lib/server/usecases/factors/check-backup-code.ts';
import { askPasskey } from '../../../src/lib/server/usecases/factors/ask-passkey.ts';
import { checkPasskey } from '../../../src/lib/server/usecases/factors/check-passkey.ts';
import { askSignInPasskey } from '../../../src/lib/server/usecases/ask-sign-in-passkey.ts';
import { checkSignInPasskey } from '../../../src/lib/server/usecases/check-sign-in-passkey.ts';
import { checkFactorCode } from '../../../src/lib/server/usecases/factors/check-factor-code.ts';
import { checkTotp } from '../../../src/lib/server/usecases/factors/check-totp.ts';
import { makeBackupCodes } from '../../../src/lib/server/usecases/factors/make-backup-codes.ts';
import { sendFactorCode } from '../../../src/lib/server/usecases/factors/send-factor-code.ts';
import { trustDevice } from '../../../src/lib/server/usecases/factors/trust-device.ts';
import { setUpTotp } from '../../../src/lib/server/usecases/factors/set-up-totp.ts';
import { checkCode } from '../../../src/lib/server/usecases/check-code.ts';
import { checkPassword } from '../../../src/lib/server/usecases/check-password.ts';
import { checkToken } from '../../../src/lib/server/usecases/check-token.ts';
import { choosePassword } from '../../../src/lib/server/usecases/choose-password.ts';
import { completeProfile } from '../../../src/lib/server/usecases/complete-profile.ts';
import { identify } from '../../../src/lib/server/usecases/identify.ts';
import { offerNewIdentity } from '../../../src/lib/server/usecases/offer-new-identity.ts';
import { createOneTimeToken } from '../../../src/lib/server/usecases/one-time-tokens.ts';
import type { Caller, Log, Passwords, Services } from '../../../src/lib/server/usecases/ports.ts';
import { sendCode } from '../../../src/lib/server/usecases/send-code.ts';
import { startInteraction } from '../../../src/lib/server/usecases/start-interaction.ts';
import { submit } from '../../../src/lib/server/usecases/submit.ts';
import { suspendUser } from '../../../src/lib/server/usecases/suspend-user.ts';
import { createBackground } from '../../../src/lib/server/usecases/background.ts';
import { totpCode } from '../../support/authenticator-app.ts';
import type { Contact, Door, Reply, Target } from './target.ts';

const secret = 'a secret for tests, long enough to be one';
const hour = 3_600_000;

export async function openDirectTarget(): Promise<Target> {
	const folder = await mkdtemp(path.join(tmpdir(), 'foyer-attacker-'));
	const url = `file:${path.join(folder, 'foyer.db')}`;
	const silent: Log = { info() {}, warn() {}, error() {} };
	await migrateStore(url);
	const store = await openStore({ url, secret, log: silent });
	const codes = new Map<string, string>();
	let now = Date.UTC(2026, 0, 1);
	let settings: Settings = schema.parse({});

	const services: Services = {
		store,
		ids,
		// No two things happen at once.
		clock: { now: () => (now += 1) },
		hasher: createHasher(secret),
		passwords: quickPasswords,
		totp: createTotp(() => now),
		passkeys: createPasskeys('http://localhost:3001'),
		settings: async () => settings,
		messenger: {
			whyNot: async () => undefined,
			bindsCodes: async () => false,
			async send(_carries, { to, code }) {
				codes.set(to, code);
				return { ok: true, vendorId: 'sent' };
			},
			pausedFor: () => undefined,
			notify: async () => ({ ok: true, vendorId: 'sent' })
		},
		background: createBackground(silent),
		oidc: { resumeUrl: (id: string) => `/oidc/auth/${id}` } as unknown as Services['oidc'],
		log: silent,
		origin: 'http://localhost:3001',
		demo: true
	};

	return {
		origin: services.origin,
		async open(before) {
			const id = ids.id();
			await store.oidc.upsertInteraction(id, 'shop', {}, now + hour);
			return createDoor(services, id, (before?.browser ?? {}) as Browser);
		},
		codeSentTo: async (to) => codes.get(addressOf(to)),
		appCode: (appSecret) => totpCode(appSecret, 0, now),
		async mintToken(email, interactionEvent) {
			const machine = {
				applicationId: 'machine',
				requestId: '',
				ip: '192.0.2.1',
				userAgent: '',
				locale: 'en',
				interactionId: undefined
			};
			const wanted = { email, expiresIn: 600, context: { interactionEvent } };
			const made = await createOneTimeToken(services, machine, wanted);
			if (!made.ok) throw new Error(made.problem.code);
			return made.value.token;
		},
		async createAccount({ phone, email, username, password }) {
			const id = ids.userId();
			const account = { id, primaryPhone: phone, primaryEmail: email, username, profile: {}, customData: {} };
			const digest = password ? await quickPasswords.hash(password) : undefined;
			const inserted = await store.users.insert(
				{
					...account,
					// As an account that a machine writes down.
					unproven: ['email', 'phone'],
					isSuspended: false,
					password: password ? { updatedAt: now, isExpired: false } : undefined,
					createdAt: now,
					updatedAt: now
				},
				digest?.ok ? { algorithm: 'Argon2id', digest: digest.value } : undefined
			);
			if (!inserted.ok) throw new Error('two accounts with one identifier');
			return id;
		},
		async findAccount(id) {
			const user = await store.users.find(id);
			return user && { id, phone: user.primaryPhone, email: user.primaryEmail, username: user.username };
		},
		async suspend(id, isSuspended) {
			await suspendUser(services, id, isSuspended);
		},
		async useSettings(changes) {
			settings = schema.parse(changes);
		},
		async advance(ms) {
			now += ms;
		},
		async close() {
			await store.close();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

/** What it holds of accounts that remember it. */
type Browser = { tokens?: DeviceTokens };

function createDoor(services: Services, interactionId: string, browser: Browser): Door {
	const caller = (): Caller => ({
		requestId: ids.id(),
		// Every request from elsewhere: what stops this attacker must not be the address.
		ip: `2001:db8:${ids.code(4)}:${ids.code(4)}::1`,
		userAgent: '',
		locale: 'en',
		interactionId,
		devices: {
			read: () => browser.tokens,
			write: (tokens) => void (browser.tokens = tokens),
			clear: () => void (browser.tokens = undefined)
		}
	});
	return {
		browser,
		start: async (event) => toReply(await startInteraction(services, caller(), event)),
		changeEvent: async (event) => toReply(await changeEvent(services, caller(), event)),
		async sendCode(identifier) {
			const reply = toReply(await sendCode(services, caller(), { identifier }));
			// Where waiting would tell members from strangers, the message follows the answer.
			await nextTurn();
			return reply;
		},
		checkCode: async (identifier, verificationId, code) =>
			toReply(await checkCode(services, caller(), { identifier, verificationId, code })),
		checkToken: async (value, token) => toReply(await checkToken(services, caller(), { identifier: { value }, token })),
		checkPassword: async (identifier, password) =>
			toReply(await checkPassword(services, caller(), { identifier, password })),
		offerIdentity: async (value, password) =>
			toReply(await offerNewIdentity(services, caller(), { identifier: { value }, password })),
		identify: async (verificationId) => toReply(await identify(services, caller(), verificationId)),
		addUsername: async (value) => toReply(await completeProfile(services, caller(), { type: 'username', value })),
		addPassword: async (value) => toReply(await completeProfile(services, caller(), { type: 'password', value })),
		addContact: async (type, verificationId) =>
			toReply(await completeProfile(services, caller(), { type, verificationId })),
		choosePassword: async (password) => toReply(await choosePassword(services, caller(), password)),
		async setUpApp(codeOf) {
			const made = await setUpTotp(services, caller());
			if (!made.ok) return toReply(made);
			const { verificationId, secret } = made.value;
			const checked = await checkTotp(services, caller(), { code: codeOf(secret), verificationId });
			if (!checked.ok) return toReply(checked);
			return { ...toReply(await bindFactor(services, caller(), { type: 'Totp', verificationId })), secret };
		},
		async makeBackupCodes() {
			const made = await makeBackupCodes(services, caller());
			if (!made.ok) return toReply(made);
			const { verificationId, codes } = made.value;
			return { ...toReply(await bindFactor(services, caller(), { type: 'BackupCode', verificationId })), codes };
		},
		showApp: async (code) => toReply(await checkTotp(services, caller(), { code })),
		showBackupCode: async (code) => toReply(await checkBackupCode(services, caller(), code)),
		sendFactorCode: async () => toReply(await sendFactorCode(services, caller(), 'phone')),
		checkFactorCode: async (verificationId, code) =>
			toReply(await checkFactorCode(services, caller(), { identifierType: 'phone', verificationId, code })),
		async addPasskey(answer) {
			const asked = await askPasskey(services, caller(), 'registration');
			if (!asked.ok) return toReply(asked);
			const { verificationId, options } = asked.value;
			const body = { verificationId, payload: answer(String(options['challenge'])) };
			const checked = await checkPasskey(services, caller(), body, 'registration');
			return toReply(checked.ok ? await bindFactor(services, caller(), { type: 'WebAuthn', verificationId }) : checked);
		},
		async askPasskey() {
			const asked = await askPasskey(services, caller(), 'authentication');
			return { ...toReply(asked), challenge: asked.ok ? String(asked.value.options['challenge']) : undefined };
		},
		showPasskey: async (verificationId, payload) =>
			toReply(await checkPasskey(services, caller(), { verificationId, payload }, 'authentication')),
		async askSignInPasskey() {
			const asked = await askSignInPasskey(services, caller());
			return { ...toReply(asked), challenge: asked.ok ? String(asked.value.options['challenge']) : undefined };
		},
		showSignInPasskey: async (payload) => toReply(await checkSignInPasskey(services, caller(), payload)),
		trustDevice: async () => toReply(await trustDevice(services, caller())),
		chooseFactors: async (choice) => toReply(await chooseFactors(services, caller(), choice)),
		async submit() {
			const reply = toReply(await submit(services, caller()));
			const state = await services.store.interactions.find(interactionId);
			return reply.ok ? { ...reply, signedInAs: state?.finished?.userId } : reply;
		},
		identified: async () => (await services.store.interactions.find(interactionId))?.userId
	};
}

function toReply(result: Result<unknown>): Reply {
	if (!result.ok) return { ok: false, code: result.problem.code };
	return { ok: true, verificationId: (result.value as { verificationId?: string } | undefined)?.verificationId };
}

function addressOf({ type, value }: Contact): string {
	return type === 'phone' ? `+${value}` : value;
}

/** The rules are on trial, not Argon2. */
const quickPasswords: Passwords = {
	hash: async (password) => ({ ok: true, value: createHash('sha256').update(password).digest('hex') }),
	verify: async ({ digest }, password) => ({
		ok: true,
		value: { matches: digest === createHash('sha256').update(password).digest('hex') }
	}),
	verifyNobody: async () => ({ ok: true, value: { matches: false } }),
	isCompromised: async () => false,
	canVerify: () => true
};
