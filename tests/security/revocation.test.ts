// T18: what ends an account's access ends it everywhere at once, also for another process on the same database.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Identifier } from '../support/api-client.ts';
import { findFreePort } from '../support/free-port.ts';
import { isMissing } from '../support/machine.ts';
import { askSilently, finish, manySends, openRecovery, openSignIn, signUp, useTokens } from '../support/passwords.ts';
import { someEmail } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const noPostgres = await isMissing('PostgreSQL');

describe.skipIf(noPostgres)('on two processes', () => {
	let foyer: Foyer;
	let second: Foyer;
	let secondOrigin: string;
	let drop: () => Promise<void>;

	beforeAll(async () => {
		const database = await createDatabase();
		drop = database.drop;
		const [port, other] = [await findFreePort(), await findFreePort()];
		const env = { FOYER_SECRET: randomBytes(32).toString('hex'), FOYER_ORIGIN: `http://localhost:${port}` };
		const shared = { databaseUrl: database.url, settings: { ...presets.emailOrPhoneWithPassword, ...manySends } };
		foyer = await startFoyer({ ...shared, env: { ...env, PORT: String(port) } });
		// Without a sandbox of its own, or it would take over the connectors.
		second = await startFoyer({ ...shared, env: { ...env, PORT: String(other), SANDBOX_PORT: '0' } });
		secondOrigin = `http://localhost:${other}`;
	});
	afterAll(async () => {
		await Promise.all([foyer?.stop(), second?.stop()]);
		await drop?.();
	});

	/** Somebody who is signed in, and what the second process makes of it. */
	async function somebody() {
		const email: Identifier = { type: 'email', value: someEmail() };
		await signUp(foyer, [email]);
		const journey = await openSignIn(foyer, email);
		let tokens = await finish(journey);
		const underWay = await openSignIn(foyer, email);
		const submitted = await openSignIn(foyer, email);
		const { body } = await submitted.api('POST', 'submit');
		const { redirectTo } = body as { redirectTo: string };
		const home = encodeURIComponent(`${foyer.origin}/demo-app`);
		const look = async () => {
			const used = await useTokens(secondOrigin, tokens);
			if (used.refresh === 'renewed') tokens = used.renewed as typeof tokens;
			const elsewhere = openBrowser(secondOrigin);
			// The same browser: what it would send to the other process, as a load balancer does.
			const session = await askSilently({
				...elsewhere,
				origin: foyer.origin,
				request: (path) => {
					const cookie = journey.jar.header('/oidc/auth') ?? '';
					return fetch(secondOrigin + path, { headers: { cookie }, redirect: 'manual' });
				}
			});
			return { userinfo: used.userinfo, refresh: used.refresh, session };
		};
		return {
			email,
			look,
			underWay,
			leave: () => journey.follow(`/oidc/session/end?client_id=demo-app&post_logout_redirect_uri=${home}`),
			goOn: () => submitted.finish(redirectTo).then((callback) => submitted.exchange(callback))
		};
	}

	const open = { userinfo: 200, refresh: 'renewed', session: undefined };
	const shut = { userinfo: 401, refresh: 'invalid_grant', session: 'login_required' };

	const ends: [string, (email: Identifier) => Promise<unknown>][] = [
		[
			'a reset password',
			async (email) => expect((await (await openRecovery(foyer, email)).api('POST', 'submit')).status).toBe(204)
		],
		['suspension', async ({ value }) => expect((await foyer.run(['user', 'suspend', value])).code).toBe(0)],
		['removal', async ({ value }) => expect((await foyer.run(['user', 'remove', value, '--yes'])).code).toBe(0)]
	];

	it.each(ends)('%s ends sessions, refresh tokens and userinfo', async (_name, end) => {
		const { email, look } = await somebody();
		expect(await look()).toEqual(open);
		await end(email);
		expect(await look()).toEqual(shut);
	});

	it('signing out ends the session', async () => {
		const { leave, look } = await somebody();
		await leave();
		expect((await look()).session).toBe('login_required');
	});

	it('a withdrawn consent ends the refresh tokens and userinfo of that application', async () => {
		const { email, look } = await somebody();
		expect((await foyer.run(['user', 'revoke', email.value, 'demo-app'])).code).toBe(0);
		expect(await look()).toMatchObject({ userinfo: 401, refresh: 'invalid_grant' });
	});

	it.each(ends)('%s stops a sign-in that is under way', async (_name, end) => {
		const { email, underWay } = await somebody();
		await end(email);
		expect((await underWay.api('POST', 'submit')).status).toBeGreaterThanOrEqual(400);
	});

	it.each(ends)('%s stops a sign-in that was submitted and has not gone on yet', async (_name, end) => {
		const { email, goOn } = await somebody();
		await end(email);
		const outcome = await goOn().then(
			({ status }) => status,
			() => 'refused'
		);
		expect(outcome).not.toBe(200);
	});
});
