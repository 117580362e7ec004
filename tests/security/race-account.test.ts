// Many at once at one's own account: one address goes to one account, one proof is used once, on both databases.
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignIn } from '../support/api-client.ts';
import { askCode, openAccount, proveByCode, proveByPassword, type Me } from '../support/account.ts';
import { totpCode } from '../support/authenticator-app.ts';
import { done } from '../support/factors.ts';
import { isMissing } from '../support/machine.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, better, good, manySends, prove, tryPassword } from '../support/passwords.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const noPostgres = await isMissing('PostgreSQL');
const settings = {
	...presets.everyIdentifier,
	...manySends,
	mfa: { policy: 'NoPrompt', factors: ['Totp', 'BackupCode'] },
	lockoutPolicy: { perUser: { threshold: 60 }, perIp: { threshold: 10_000 } }
};

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
	let foyer: Foyer;
	let machine: Machine;
	let drop: (() => Promise<void>) | undefined;

	beforeAll(async () => {
		if (engine === 'PostgreSQL' && noPostgres) return;
		const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
		drop = database?.drop;
		foyer = await startFoyer({ databaseUrl: database?.url, settings });
		machine = await openMachine(foyer);
	});
	afterAll(async () => {
		await foyer?.stop();
		await drop?.();
	});

	const race = engine === 'PostgreSQL' ? it.skipIf(noPostgres) : it;
	const someone = () => openAccount(foyer, machine);
	const many = <Value>(ask: () => Promise<Value>) => Promise.all(Array.from({ length: 50 }, ask));
	const count = (answers: { status: number }[]) => ({
		done: answers.filter(({ status }) => status < 300).length,
		// An overloaded database may answer 503, and then has done nothing.
		failed: answers.filter(({ status }) => status >= 500 && status !== 503).length
	});
	const once = { done: 1, failed: 0 };
	const addressOf = async (me: Me) =>
		((await done(me.api('GET', 'my-account'))).body as { primaryEmail: string }).primaryEmail;

	race('two accounts that bring one address at once: one of them has it', async () => {
		const pair = [await someone(), await someone()];
		const email = someEmail();
		const ready: { me: Me; proof: string; record: string }[] = [];
		for (const me of pair)
			ready.push({ me, proof: await proveByPassword(me), record: await proveByCode(foyer, me, email) });
		const answers = await Promise.all(
			ready.map(({ me, proof, record }) =>
				me.api('POST', 'my-account/primary-email', { email, newIdentifierVerificationRecordId: record }, proof)
			)
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
		const held = await Promise.all(pair.map(addressOf));
		expect(held.filter((one) => one === email)).toHaveLength(1);
		expect(held.filter((one) => pair.some((me) => me.email === one))).toHaveLength(1);
	});

	race('two accounts that change addresses with each other end with an address each', async () => {
		const [one, other] = [await someone(), await someone()];
		const records = [await proveByCode(foyer, one, other.email), await proveByCode(foyer, other, one.email)];
		const proofs = [await proveByPassword(one), await proveByPassword(other)];
		const answers = await Promise.all(
			[one, other].map((me, index) => {
				const email = (me === one ? other : one).email;
				const body = { email, newIdentifierVerificationRecordId: records[index] };
				return me.api('POST', 'my-account/primary-email', body, proofs[index]);
			})
		);
		expect(count(answers).failed).toBe(0);
		expect(new Set([await addressOf(one), await addressOf(other)]).size).toBe(2);
	});

	race('one code, one record of a new address and one app are used once', async () => {
		const me = await someone();
		const asked = await askCode(foyer, me, someEmail());
		expect(count(await many(() => asked.bring()))).toEqual(once);
		const proof = await proveByPassword(me);
		const email = someEmail();
		const body = { email, newIdentifierVerificationRecordId: await proveByCode(foyer, me, email) };
		expect(count(await many(() => me.api('POST', 'my-account/primary-email', body, proof)))).toEqual(once);

		const generate = 'my-account/mfa-verifications/totp-secret/generate';
		const { secret } = (await done(me.api('POST', generate))).body as { secret: string };
		const app = { type: 'Totp', secret, code: totpCode(secret) };
		expect(count(await many(() => me.api('POST', 'my-account/mfa-verifications', app, proof)))).toEqual(once);
		const shown = { code: totpCode(secret, 1) };
		expect(count(await many(() => me.api('POST', 'verifications/totp', shown)))).toEqual(once);
	});

	race('of two ways in that are given up at once one stays', async () => {
		const me = await someone();
		const proof = await proveByPassword(me);
		const answers = await Promise.all([
			me.api('DELETE', 'my-account/primary-email', undefined, proof),
			me.api('PATCH', 'my-account', { username: null }, proof)
		]);
		expect(count(answers)).toEqual(once);
		const { username, primaryEmail } = (await done(me.api('GET', 'my-account'))).body as Record<string, string | null>;
		expect([username, primaryEmail].filter(Boolean)).toHaveLength(1);
	});

	race('what arrives after its proof has ended changes nothing', async () => {
		const me = await someone();
		const proof = await proveByPassword(me);
		const email = someEmail();
		const body = { email, newIdentifierVerificationRecordId: await proveByCode(foyer, me, email) };
		const late = openLate(`${foyer.origin}/api/my-account/primary-email`, JSON.stringify(body), {
			authorization: `Bearer ${me.tokens.access_token}`,
			'logto-verification-id': proof
		});
		await late.begun;
		await done(me.api('POST', 'my-account/password', { password: better }, proof), 204);
		expect([401, 409]).toContain(await late.finish());
		expect(await addressOf(me)).toBe(me.email);
	});

	race('three tabs that bring one number and one password for one account all end signed in', async () => {
		const secondaryIdentifiers = [{ identifier: 'phone', verify: true }];
		const lacking = { identifiers: ['email'], password: true, verify: true, secondaryIdentifiers };
		await done(machine.api('PATCH', 'sign-in-exp', { signUp: lacking }));
		const [email, phone] = [someEmail(), somePhone()];
		const made = await done(machine.api('POST', 'users', { primaryEmail: email, isEmailVerified: true }));
		const tabs: SignIn[] = [];
		for (let tab = 0; tab < 3; tab++) {
			const journey = await begin(foyer, 'SignIn');
			const verificationId = await prove(foyer, journey, { type: 'email', value: email }, 'SignIn');
			await done(journey.api('POST', 'identification', { verificationId }), 204);
			const proof = await prove(foyer, journey, { type: 'phone', value: phone }, 'SignIn');
			await done(journey.api('POST', 'profile', { type: 'phone', verificationId: proof }), 204);
			await done(journey.api('POST', 'profile', { type: 'password', value: good }), 204);
			tabs.push(journey);
			await foyer.advanceClock(61_000);
		}
		const [first, second, third] = tabs as [SignIn, SignIn, SignIn];
		const answers = await Promise.all([first, second].map((tab) => tab.api('POST', 'submit')));
		answers.push(await third.api('POST', 'submit'));
		expect(answers.map(({ status, body }) => ({ status, body }))).toMatchObject(tabs.map(() => ({ status: 200 })));
		const { id } = made.body as { id: string };
		expect((await done(machine.api('GET', `users/${id}`))).body).toMatchObject({ primaryPhone: phone });
		await done(machine.api('PATCH', 'sign-in-exp', { signUp: { ...settings.signUp, secondaryIdentifiers: [] } }));
	});

	race('one proof sets one password', async () => {
		const me = await someone();
		const proof = await proveByPassword(me);
		const passwords = Array.from({ length: 4 }, (_, index) => `${better}, the ${index}th`);
		const answers = await Promise.all(
			passwords.map((password) => me.api('POST', 'my-account/password', { password }, proof))
		);
		expect(count(answers)).toEqual(once);
		const journey = await begin(foyer, 'SignIn');
		const name = { type: 'username', value: me.username } as const;
		const tried = await Promise.all([good, ...passwords].map((password) => tryPassword(journey, name, password)));
		expect(tried.filter(({ status }) => status === 200)).toHaveLength(1);
	});
});

/** A request whose head arrives long before the end of its body. */
function openLate(address: string, body: string, headers: Record<string, string>) {
	const length = String(Buffer.byteLength(body));
	const request = http.request(address, {
		method: 'POST',
		headers: { ...headers, 'content-type': 'application/json', 'content-length': length }
	});
	const answered = new Promise<number>((resolve, reject) => {
		request.once('response', (response) => resolve(response.resume().statusCode ?? 0));
		request.once('error', reject);
	});
	return {
		begun: new Promise<void>((resolve) => request.write(body.slice(0, 10), () => resolve())),
		finish() {
			request.end(body.slice(10));
			return answered;
		}
	};
}
