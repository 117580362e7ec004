// R49: secrets leave no trace. People walk every way with secrets that are known to us; afterwards they are looked for in
// everything that was printed at the most talkative level, in every column of the database, and in what webhooks were told.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hookEvents } from '../../src/lib/contract/hooks.ts';
import { signInWithCode, startSignIn, type Application, type Identifier, type SignIn } from '../support/api-client.ts';
import { done } from '../support/factors.ts';
import { startHookReceiver, type HookReceiver } from '../support/hook-receiver.ts';
import { isMissing } from '../support/machine.ts';
import { openMachine, type Machine } from '../support/management.ts';
import {
	begin,
	finish,
	idOf,
	manySends,
	openRecovery,
	openSignIn,
	sendCode,
	signUp,
	tryPassword,
	useTokens
} from '../support/passwords.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const settings = { ...presets.everyIdentifier, ...manySends };

/** What was used on the way: `secrets` must be nowhere, `contacts` in no line of the log. */
type Used = { secrets: Map<string, string>; contacts: string[] };

const noPostgres = await isMissing('PostgreSQL');

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
	describe.skipIf(engine === 'PostgreSQL' && noPostgres)('what people typed and were given', () => {
		let foyer: Foyer;
		let drop: (() => Promise<void>) | undefined;
		const used: Used = { secrets: new Map(), contacts: [] };
		let rows: string[] = [];
		let receiver: HookReceiver;

		beforeAll(async () => {
			const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
			drop = database?.drop;
			foyer = await startFoyer({ settings, databaseUrl: database?.url, env: { LOG_LEVEL: 'debug' } });
			receiver = await startHookReceiver();
			await walk(foyer, used, receiver.url);
			await pause(200);
			const read = async () => (database ? readPostgres(database.url) : readSqlite(foyer));
			const waiting = async () => (await read()).filter((row) => row === 'hook_delivery.status pending');
			await vi.waitFor(async () => expect(await waiting()).toEqual([]), 10_000);
			rows = await read();
		});
		afterAll(async () => {
			await foyer?.stop();
			receiver?.close();
			await drop?.();
		});

		const found = (needles: Iterable<[string, string]>, hay: string[]) =>
			[...needles].flatMap(([name, needle]) => {
				const places = hay.filter((text) => text.includes(needle));
				return places.length > 0 ? [`${name}: ${places[0]?.slice(0, 300)}`] : [];
			});

		it('is enough to look for', () => {
			expect(used.secrets.size).toBeGreaterThan(20);
			expect(new Set([...used.secrets.keys()].map((name) => name.split(' ')[0]))).toEqual(
				new Set(['password', 'code', 'token', 'secret', 'link', 'cookie'])
			);
			expect(rows.length).toBeGreaterThan(100);
			expect(foyer.logs().split('\n').length).toBeGreaterThan(50);
		});

		it('is in no line that was printed', () => {
			const lines = foyer.logs().split('\n');
			expect(found(used.secrets, lines)).toEqual([]);
			expect(
				found(
					used.contacts.map((contact) => ['contact', contact]),
					lines
				)
			).toEqual([]);
		});

		it('is in nothing that a webhook was told', () => {
			const bodies = receiver.told.map(({ body }) => body);
			const events = bodies.map((body) => (JSON.parse(body) as { event: string }).event);
			// The one that is left out needs adaptive second factors, and is made by the same hand.
			const expected = hookEvents.filter((event) => event !== 'PostSignInAdaptiveMfaTriggered');
			expect([...new Set(events)].sort()).toEqual(expected.sort());
			expect(found(used.secrets, bodies)).toEqual([]);
			expect(rows.filter((row) => row.startsWith('hook_delivery.body')).length).toBe(bodies.length);
		});

		it('is in no column of any table, in no form that could be read back', () => {
			const encodings: ((text: string) => string)[] = [
				(text) => text,
				(text) => Buffer.from(text).toString('base64url'),
				(text) => Buffer.from(text).toString('hex')
			];
			for (const encode of encodings) {
				// Six digits can be found in any time; see below.
				const long = [...used.secrets].filter(([, secret]) => secret.length > 6);
				expect(
					found(
						long.map(([name, secret]) => [name, encode(secret)]),
						rows
					)
				).toEqual([]);
			}
		});

		it('is no code in a value of its own', () => {
			const codes = [...used.secrets].filter(([name]) => name.startsWith('code'));
			expect(codes.length).toBeGreaterThan(5);
			// Between characters that are no digits: a time of thirteen digits may hold six of a code.
			const words = new Set(rows.flatMap((row) => row.split(/[^0-9A-Za-z]+/)));
			expect(codes.filter(([, code]) => words.has(code))).toEqual([]);
		});

		it('is in no file beside the database either', () => {
			// PostgreSQL keeps its own.
			const files = readdirSync(foyer.dataFolder);
			expect(files).toContain(engine === 'SQLite' ? 'foyer.db' : 'secret');
			for (const file of files) {
				const bytes = readFileSync(path.join(foyer.dataFolder, file));
				const long = [...used.secrets].filter(([, secret]) => secret.length > 6);
				expect(long.filter(([, secret]) => bytes.includes(secret)).map(([name]) => `${name} in ${file}`)).toEqual([]);
			}
		});

		it('leaves contacts where accounts and their proofs are, and nowhere else', () => {
			// A webhook is told whose account it is, until what it was told is swept.
			const allowed = /^(identifier\.value|interaction\.(state|payload)|one_time_token\.email|hook_delivery\.body)\b/;
			expect(
				found(
					used.contacts.map((contact) => ['contact', contact]),
					rows.filter((row) => !allowed.test(row))
				)
			).toEqual([]);
		});

		it('is in no audit entry', () => {
			const entries = rows.filter((row) => row.startsWith('audit.'));
			expect(entries.length).toBeGreaterThan(50);
			expect(
				found(
					used.contacts.map((contact) => ['contact', contact]),
					entries
				)
			).toEqual([]);
		});
	});
});

let canaries = 0;
const somePassword = () => `canary phrase kwtrx ${(canaries += 1)} fmqzb`;

/** Every way that there is, with everything that is secret written down. */
async function walk(foyer: Foyer, { secrets, contacts }: Used, hookUrl: string): Promise<void> {
	const note = (name: string, secret: string | undefined) => {
		if (secret) secrets.set(`${name} ${secrets.size}`, secret);
	};
	const contact = (type: 'phone' | 'email'): Identifier => {
		const value = type === 'phone' ? somePhone() : someEmail();
		contacts.push(value);
		return { type, value };
	};
	const noteTokens = (tokens: object) => {
		for (const [name, value] of Object.entries(tokens)) if (/token$/.test(name)) note('token', value as string);
	};
	/** A session's own id is kept, and opens nothing without our signature. */
	const noteCookies = ({ jar }: SignIn) => {
		for (const name of ['_session.sig', 'foyer_draft']) note('cookie', jar.get(name));
	};
	const newPassword = () => {
		const password = somePassword();
		note('password', password);
		return password;
	};
	const noteCodes = async () => {
		for (const { code } of await foyer.inbox.messages()) note('code', code);
	};
	const machine = await openMachine(foyer);
	note('token', machine.token);
	const hook = { name: 'All', events: hookEvents, config: { url: hookUrl, headers: { 'x-key': somePassword() } } };
	note('secret', hook.config.headers['x-key']);
	const { body: hooked } = await done(machine.api('POST', 'hooks', hook), 201);
	note('secret', (hooked as { signingKey: string }).signingKey);

	for (const type of ['phone', 'email'] as const) await walkWithContact(type);
	await walkWithLink(machine);
	await walkByPages();
	await walkAsThirdParty();
	await walkAsMachine(machine);
	await noteCodes();

	async function walkWithContact(type: 'phone' | 'email') {
		const to = contact(type);
		await signUp(foyer, [to], newPassword());
		const current = somePassword();
		const recovery = await openRecovery(foyer, to, current);
		note('password', current);
		expect((await recovery.api('POST', 'submit')).status).toBe(204);

		const wrong = newPassword();
		expect((await tryPassword(await begin(foyer, 'SignIn'), to, wrong)).status).toBe(422);
		const journey = await openSignIn(foyer, to, current);
		const tokens = await finish(journey);
		noteTokens(tokens);
		noteCookies(journey);
		const { renewed } = await useTokens(foyer.origin, tokens);
		noteTokens(renewed);

		const guessing = await begin(foyer, 'SignIn');
		const { verificationId, wrong: guess } = await sendCode(foyer, guessing, to, 'SignIn');
		expect((await guessing.checkCode(to, verificationId, guess)).status).toBe(400);
		const stranger = contact(type);
		const asked = await begin(foyer, 'ForgotPassword');
		expect((await asked.sendCode(stranger, 'ForgotPassword')).status).toBe(200);
		expect((await asked.sendCode({ type, value: `${stranger.value}0000000000000` }, 'ForgotPassword')).status).toBe(
			type === 'phone' ? 400 : 200
		);
		await signInWithCode(foyer, type === 'phone' ? { phone: to.value } : { email: to.value });
	}

	async function walkWithLink({ api }: Machine) {
		const email = contact('email');
		const made = await api('POST', 'one-time-tokens', { email: email.value, expiresIn: 600 });
		const { token } = made.body as { token: string };
		note('link', token);
		const parameters = { one_time_token: token, login_hint: email.value };
		const journey = await startSignIn(foyer, { parameters });
		expect((await journey.api('PUT', '', { interactionEvent: 'SignIn' })).status).toBe(204);
		const verified = await journey.api('POST', 'verification/one-time-token/verify', { identifier: email, token });
		const verificationId = idOf(verified);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(404);
		expect((await journey.api('PUT', 'interaction-event', { interactionEvent: 'Register' })).status).toBe(204);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(201);
		noteTokens(await finish(journey));
		const unused = await api('POST', 'one-time-tokens', { email: email.value });
		note('link', (unused.body as { token: string }).token);
	}

	/** Two forms: what is posted to pages passes other code than what is sent to the API. */
	async function walkByPages() {
		const phone = contact('phone');
		const journey = await startSignIn(foyer, { parameters: { login_hint: phone.value } });
		const post = (address: string, fields: Record<string, string>) =>
			journey.request(`${address}${address.includes('?') ? '&' : '?'}${journey.page.searchParams}`, {
				method: 'POST',
				headers: { origin: foyer.origin, accept: 'text/html' },
				body: new URLSearchParams(fields)
			});
		await post('/sign-in', { identifier: phone.value.slice(2), kind: 'phone', country: 'CN' });
		noteCookies(journey);
		const password = newPassword();
		await post('/sign-in/password?/password', { identifier: phone.value, kind: 'phone', password });
		const broken = newPassword();
		await post(`/sign-in/password?/nothing&password=${encodeURIComponent(broken)}`, { password: broken });
		await journey.request(`/nothing?code=${encodeURIComponent(broken)}`);
	}

	async function walkAsThirdParty() {
		const redirectUri = 'https://shop.example/callback';
		const more = ['--third-party', '--terms', 'https://shop.example/t', '--privacy', 'https://shop.example/p'];
		const { id, secret } = await foyer.createApplication({ name: 'Shop', redirectUris: [redirectUri], more });
		note('secret', secret);
		const application: Application = { id, secret, redirectUri };
		const phone = contact('phone');
		const { browser } = await signInWithCode(foyer, { phone: phone.value });
		const journey = await startSignIn(foyer, { browser, application });
		const hint = { 'foyer-interaction': journey.page.searchParams.get('uid') ?? '' };
		const agreed = await journey.api('POST', '/api/interaction/consent', {}, hint);
		const callback = await journey.finish((agreed.body as { redirectTo: string }).redirectTo);
		note('token', callback.searchParams.get('code') ?? undefined);
		noteTokens((await journey.exchange(callback)).body);
		// A second use of the code is an attack, and logged as one.
		expect((await journey.exchange(callback)).status).toBe(400);
		noteCookies(journey);
	}

	async function walkAsMachine({ api }: Machine) {
		const [phone, email] = [contact('phone'), contact('email')];
		const names = { username: someUsername(), primaryPhone: phone.value, primaryEmail: email.value };
		const { body } = await api('POST', 'users', { ...names, password: newPassword() });
		const { id } = body as { id: string };
		expect((await api('PATCH', `users/${id}/password`, { password: newPassword() })).status).toBe(200);
		await done(api('PATCH', `users/${id}`, { name: 'Ada' }));
		await done(api('PATCH', `users/${id}/is-suspended`, { isSuspended: true }));
		const gone = await api('POST', 'users', { username: someUsername(), password: newPassword() });
		await done(api('DELETE', `users/${(gone.body as { id: string }).id}`), 204);
		expect((await api('POST', `users/${id}/password/verify`, { password: newPassword() })).status).toBe(422);
		expect((await api('POST', 'users', { ...names, password: newPassword() })).status).toBe(422);
		expect((await api('POST', 'users', { password: '12345678', username: 'x y' })).status).toBe(422);
	}
}

/** One text a value: `table.column value`. The file's log of changes is read with it. */
function readSqlite({ dataFolder }: Foyer): string[] {
	const database = new DatabaseSync(path.join(dataFolder, 'foyer.db'), { readOnly: true });
	const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
	const rows = tables.flatMap(({ name }) => textsOf(name, database.prepare(`select * from "${name}"`).all()));
	database.close();
	return rows;
}

async function readPostgres(url: string): Promise<string[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const { rows: tables } = await client.query<{ table_name: string }>(
		"select table_name from information_schema.tables where table_schema = 'public'"
	);
	const texts: string[] = [];
	for (const { table_name: name } of tables) {
		texts.push(...textsOf(name, (await client.query(`select * from "${name}"`)).rows));
	}
	await client.end();
	return texts;
}

function textsOf(table: string, rows: object[]): string[] {
	return rows.flatMap((row) =>
		Object.entries(row)
			.filter(([, value]) => value !== null)
			.map(([column, value]) => `${table}.${column} ${String(value)}`)
	);
}
