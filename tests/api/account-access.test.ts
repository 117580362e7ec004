// Who gets into the account API: people with a token of ours, for what it was given for and the settings leave open.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountClientId } from '../../src/lib/contract/account/access.ts';
import { expectRefused, openAccount, proveByPassword, signInAs, withToken, type Me } from '../support/account.ts';
import { openBrowser, signInWithCode, startSignIn } from '../support/api-client.ts';
import { done } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { useTokens } from '../support/passwords.ts';
import { somePhone } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const folder = path.resolve(import.meta.dirname, '../../src/routes/api');
/** Every operation, with what its declaration asks for. */
const routes = ['my-account', 'verifications'].flatMap((part) =>
	readdirSync(path.join(folder, part), { recursive: true, encoding: 'utf8' })
		.filter((file) => path.basename(file) === '+server.ts')
		.flatMap((file) => {
			const route = path.join(part, path.dirname(file)).replace(/\[\w+\]/g, 'some-id');
			const source = readFileSync(path.join(folder, part, file), 'utf8');
			const [head = '', ...operations] = source.split(/export const (?=[A-Z]+ = )/);
			return operations.map((operation) => ({
				name: `${operation.slice(0, operation.indexOf(' '))} ${route}`,
				isProven: /proven: true/.test(operation) || (/\baccess,/.test(operation) && /proven: true/.test(head)),
				hasScopes: /scopes: \[/.test(operation) || (/\baccess,/.test(operation) && /scopes: \[/.test(head)),
				changes: /changes: true/.test(operation) || /\baccess,/.test(operation)
			}));
		})
);
const names = routes.map(({ name }) => name);

let foyer: Foyer;
let machine: Machine;
let me: Me;
beforeAll(async () => {
	foyer = await startFoyer({
		settings: { ...presets.everyIdentifier, mfa: { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] } }
	});
	machine = await openMachine(foyer);
	me = await openAccount(foyer, machine);
});
afterAll(() => foyer.stop());

async function ask(name: string, headers: Record<string, string> = {}) {
	const [method = '', route = ''] = name.split(' ');
	return openBrowser(foyer.origin).api(method, `/api/${route}`, method === 'GET' ? undefined : {}, headers);
}
const by = (token: string) => ({ authorization: `Bearer ${token}` });

describe('every route at one’s own account', () => {
	it('is known to this test', () => {
		expect(names).toContain('DELETE my-account');
		expect(names).toContain('POST verifications/password');
		expect(names.length).toBeGreaterThan(30);
	});

	it.each(names)('%s is closed to nobody, machines, and tokens that are none', async (name) => {
		expectRefused(await ask(name), 401, 'auth.authorization_header_missing');
		for (const token of [machine.token, me.tokens.id_token, me.tokens.refresh_token ?? '', 'x', '']) {
			expectRefused(await ask(name, by(token)), 401, 'auth.unauthorized');
		}
	});

	it.each(routes.filter(({ hasScopes }) => hasScopes))('$name needs its scope', async ({ name }) => {
		const little = await withScope('openid offline_access');
		expectRefused(await ask(name, by(little.tokens.access_token)), 403, 'auth.forbidden');
	});

	it.each(routes.filter(({ isProven }) => isProven))('$name needs a proof of who asks', async ({ name }) => {
		const stranger = await openAccount(foyer, machine);
		for (const proof of [undefined, 'made-up', await proveByPassword(stranger)]) {
			const headers = { ...by(me.tokens.access_token), ...(proof && { 'logto-verification-id': proof }) };
			expectRefused(await ask(name, headers), 401, 'verification_record.permission_denied');
		}
	});

	it('changes nothing for other people’s applications, and tells them what they were granted', async () => {
		const theirs = await openToThirdParty();
		expect((await done(theirs.api('GET', 'my-account'))).body).toHaveProperty('name');
		for (const { name } of routes.filter(({ changes }) => changes)) {
			expectRefused(await ask(name, by(theirs.tokens.access_token)), 403, 'auth.third_party_application_forbidden');
		}
	});
});

describe('a token', () => {
	it('is that of the account page, too', async () => {
		const application = { id: accountClientId, redirectUri: `${foyer.origin}/account/callback` };
		const { tokens } = await signInAs(foyer, me, { application });
		expect((await done(withToken(foyer, tokens).api('GET', 'my-account'))).body).toMatchObject({ id: me.id });
	});

	it('tells of each field by its scope', async () => {
		const { api } = await withScope('openid email');
		const { body } = await done(api('GET', 'my-account'));
		expect(body).toEqual({
			id: me.id,
			primaryEmail: me.email,
			hasSecurityVerificationMethod: true,
			unproven: []
		});
		expectRefused(await (await withScope('profile')).api('GET', 'my-account'), 403, 'auth.forbidden');
	});

	it('is worth nothing once its grant was taken back, or its owner suspended', async () => {
		const mine = await openAccount(foyer, machine);
		const { body } = await done(mine.api('GET', 'my-account/grants'));
		const [grant] = (body as { grants: { id: string }[] }).grants;
		await done(mine.api('DELETE', `my-account/grants/${grant?.id}`), 204);
		expectRefused(await mine.api('GET', 'my-account'), 401, 'auth.unauthorized');

		const other = await openAccount(foyer, machine);
		await done(machine.api('PATCH', `users/${other.id}/is-suspended`, { isSuspended: true }));
		expectRefused(await other.api('GET', 'my-account'), 401, 'auth.unauthorized');
	});

	it('opens nothing for a resource', async () => {
		expect(await useTokens(foyer.origin, me.tokens)).toMatchObject({ userinfo: 200 });
		expectRefused(await ask('GET users', by(me.tokens.access_token)), 401, 'auth.unauthorized');
	});
});

describe('the settings', () => {
	it('are read by everybody and changed field by field, by machines', async () => {
		const read = async () => (await done(openBrowser(foyer.origin).api('GET', '/api/.well-known/account-center'))).body;
		expect(await read()).toMatchObject({ id: 'default', enabled: true, fields: { name: 'Edit', customData: 'Off' } });
		const changes = { fields: { name: 'ReadOnly', customData: 'Edit', email: 'Off' } };
		const { body } = await done(machine.api('PATCH', 'account-center', changes));
		expect(body).toMatchObject({ fields: { ...changes.fields, phone: 'Edit' } });
		expect((await machine.api('PATCH', 'account-center', { fields: { nothing: 'Edit' } })).status).toBe(400);
		expect((await machine.api('PATCH', 'account-center', { profileFields: [{ name: 'tea' }] })).status).toBe(400);

		expect((await done(me.api('GET', 'my-account'))).body).not.toHaveProperty('primaryEmail');
		expectRefused(await me.api('PATCH', 'my-account', { name: 'Ada' }), 400, 'account_center.field_not_editable');
		await done(me.api('PATCH', 'my-account', { customData: { plan: 1 } }));
		const proof = await proveByPassword(me);
		const gone = await me.api('DELETE', 'my-account/primary-email', undefined, proof);
		expectRefused(gone, 400, 'account_center.field_not_editable');

		await done(machine.api('PATCH', 'account-center', { enabled: false }));
		expectRefused(await me.api('GET', 'my-account'), 400, 'account_center.not_enabled');
		await done(machine.api('PATCH', 'account-center', { enabled: true, fields: { name: 'Edit', email: 'Edit' } }));
	});

	it('name the origins that may use the passkeys of this one', async () => {
		const related = ['https://shop.example'];
		await done(machine.api('PATCH', 'account-center', { webauthnRelatedOrigins: related }));
		const answer = await fetch(`${foyer.origin}/.well-known/webauthn`);
		expect(await answer.json()).toEqual({ origins: [foyer.origin, ...related] });
	});
});

const signedIn = new Map<string, Promise<Me>>();
function withScope(scope: string): Promise<Me> {
	const known = signedIn.get(scope) ?? signInAs(foyer, me, { scope });
	signedIn.set(scope, known);
	return known;
}

/** Somebody who is signed in agrees to what a third party asks. */
async function openToThirdParty() {
	const redirectUri = 'https://shop.example/callback';
	const { id, secret } = await foyer.createApplication({ redirectUris: [redirectUri], more: ['--third-party'] });
	const { browser } = await signInWithCode(foyer, { phone: somePhone() });
	const journey = await startSignIn(foyer, { browser, application: { id, secret, redirectUri } });
	const hint = { 'foyer-interaction': journey.page.searchParams.get('uid') ?? '' };
	const address = '/api/interaction/consent';
	const { version } = (await done(journey.api('GET', address, undefined, hint))).body as { version: string };
	const { redirectTo } = (await done(journey.api('POST', address, { version }, hint))).body as { redirectTo: string };
	return withToken(foyer, (await journey.exchange(await journey.finish(redirectTo))).body);
}
