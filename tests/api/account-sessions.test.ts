// Where people are signed in, which applications they let in, and what is kept about them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefused, openAccount, proveByPassword, signInAs } from '../support/account.ts';
import { openBrowser } from '../support/api-client.ts';
import { countStatements } from '../support/counted-account.ts';
import { done } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { askSilently, good, useTokens } from '../support/passwords.ts';
import { presets } from '../support/presets.ts';
import { startWatched, type WatchedFoyer } from '../support/watched-server.ts';

let foyer: WatchedFoyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startWatched({ settings: presets.everyIdentifier });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

const { counted, expectFew } = countStatements(() => foyer, 6);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A browser that says who made it. */
function openFirefox() {
	const browser = openBrowser(foyer.origin);
	const request: typeof browser.request = (path, init = {}) =>
		browser.request(path, {
			...init,
			headers: { ...Object.fromEntries(new Headers(init.headers)), 'user-agent': firefox }
		});
	return { ...browser, request };
}

type Session = {
	payload: { uid: string; jti: string };
	isCurrent: boolean;
	lastUsedAt: number;
	browser: string | null;
	system: string | null;
	userAgent: string | null;
	applications: { id: string; name: string }[];
};

describe('sessions', () => {
	it('are told with their browser and applications, and ended one by one', async () => {
		const me = counted(await openAccount(foyer, machine));
		const list = async () =>
			((await done(me.api('GET', 'my-account/sessions'))).body as { sessions: Session[] }).sessions;
		const elsewhere = openFirefox();
		const other = await signInAs(foyer, me, { browser: elsewhere });
		const [own, second, ...none] = await list();
		expect(none).toEqual([]);
		expect(own).toMatchObject({ isCurrent: true, applications: [{ id: 'demo-app' }] });
		expect(second).toMatchObject({ isCurrent: false, userAgent: firefox, browser: 'Firefox', system: 'Linux' });
		expect(Date.now() - (second?.lastUsedAt ?? 0)).toBeLessThan(60_000);
		expect(second?.payload.jti).toMatch(/^.{4}…$/);

		await done(me.api('DELETE', `my-account/sessions/${second?.payload.uid}`), 204);
		expect(await list()).toHaveLength(1);
		expect(await askSilently(elsewhere)).toBe('login_required');
		expect(await useTokens(foyer.origin, other.tokens)).toMatchObject({ userinfo: 401, refresh: 'invalid_grant' });
		expectRefused(await me.api('DELETE', `my-account/sessions/${second?.payload.uid}`), 404, 'entity.not_found');
		const stranger = await openAccount(foyer, machine);
		expectRefused(await stranger.api('DELETE', `my-account/sessions/${own?.payload.uid}`), 404, 'entity.not_found');
	});

	it('end everywhere but here', async () => {
		const me = counted(await openAccount(foyer, machine));
		const others = [await signInAs(foyer, me), await signInAs(foyer, me)];
		await done(me.api('DELETE', 'my-account/sessions'), 204);
		for (const { tokens } of others) {
			expect(await useTokens(foyer.origin, tokens)).toMatchObject({ userinfo: 401, refresh: 'invalid_grant' });
		}
		expect(await useTokens(foyer.origin, me.tokens)).toMatchObject({ userinfo: 200, refresh: 'renewed' });
	});
});

describe('applications', () => {
	it('are told with what they were granted, and lose it', async () => {
		const me = counted(await openAccount(foyer, machine));
		type Grant = { id: string; application: { id: string; name: string }; scopes: string[]; isThirdParty: boolean };
		const list = async (query = '') =>
			((await done(me.api('GET', `my-account/grants${query}`))).body as { grants: Grant[] }).grants;
		const [grant] = await list('?appType=firstParty');
		expect(grant).toMatchObject({ application: { id: 'demo-app' }, isThirdParty: false });
		expect(grant?.scopes).toContain('email');
		expect(await list('?appType=thirdParty')).toEqual([]);
		const stranger = await openAccount(foyer, machine);
		expectRefused(await stranger.api('DELETE', `my-account/grants/${grant?.id}`), 404, 'entity.not_found');
		await done(me.api('DELETE', `my-account/grants/${grant?.id}`), 204);
		expect(await useTokens(foyer.origin, me.tokens)).toMatchObject({ userinfo: 401, refresh: 'invalid_grant' });
	});
});

describe('what is kept about somebody', () => {
	it('is theirs to read, without anything that opens something', async () => {
		const me = counted(await openAccount(foyer, machine));
		const proof = await proveByPassword(me);
		const { body } = await done(me.api('GET', 'my-account/export', undefined, proof));
		expect(body).toMatchObject({
			account: { id: me.id, username: me.username, primaryEmail: me.email },
			sessions: [{ isCurrent: true }],
			grants: [{ application: { id: 'demo-app' } }],
			mfa: { factors: [], skipMfaOnSignIn: false }
		});
		const { activity } = body as { activity: { key: string }[] };
		const keys = activity.map(({ key }) => key);
		expect(keys).toEqual(expect.arrayContaining(['Account.Export', 'Interaction.SignIn.Submit']));
		const text = JSON.stringify(body);
		for (const secret of [good, 'argon2', me.tokens.access_token, me.tokens.refresh_token ?? 'x', proof]) {
			expect(text).not.toContain(secret);
		}
	});
});

it('asks the database for few things, whatever it is asked', () => expectFew(5));
