// T20: whatever is sent, the answer is a refusal with a code, or a page that says so: never a failure of ours, never a
// word about our inside, and nothing has changed.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verificationHeader } from '../../src/lib/contract/account/access.ts';
import { openAccount, proveByPassword, type Me } from '../support/account.ts';
import { openBrowser, type SignIn } from '../support/api-client.ts';
import { readDocument } from '../support/api-document.ts';
import { isMissing } from '../support/machine.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, manySends } from '../support/passwords.ts';
import { createDatabase } from '../support/postgres.ts';
import { startFoyer, type Foyer } from '../support/server.ts';
import { bodies, contentTypes, cookies, spoil, unkept, values } from './malformed/hostile.ts';
import { samples } from './malformed/samples.ts';

const byEither = { password: true, verificationCode: true, isPasswordPrimary: true };
const settings = {
	signUp: { identifiers: ['username'], password: true, verify: false },
	signIn: {
		methods: [
			{ ...byEither, identifier: 'username', verificationCode: false },
			{ ...byEither, identifier: 'phone' },
			{ ...byEither, identifier: 'email' }
		]
	},
	customProfileFields: [{ name: 'name', type: 'Text', required: false }],
	signUpProfileFields: [{ name: 'name' }],
	lockoutPolicy: { perUser: { threshold: 100, hardStop: 1000 }, perIp: { threshold: 10_000 } },
	...manySends
};

/** A stack, a query, a path of ours or a message of a library: nothing for strangers. */
const inside =
	/\bat \S+ \(|node_modules|node:internal|\.(ts|js):\d+|\b(select|insert into|update) .+ (from|values|set) |sqlite|postgres|\bpg_|ECONN|TypeError|SyntaxError|ZodError|invalid byte sequence/i;

const meaningNothing: Record<string, string[]> = {
	// Members that nobody asked for are left out, and an account without anything may be made.
	'POST /api/users': ['bytes that are no UTF-8', 'names of prototypes', 'an object of depth 5000'],
	// A report that nobody can read costs the others nothing.
	'POST /api/receipts/aliyun/{id}': ['an array', 'an array of depth 20000']
};

const noPostgres = await isMissing('PostgreSQL');

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
	describe.skipIf(engine === 'PostgreSQL' && noPostgres)('the API', () => {
		const hostile = engine === 'PostgreSQL' ? unkept : values;
		let foyer: Foyer;
		let machine: Machine;
		let me: Me;
		let proof: string;
		let receipts: string;
		let drop: (() => Promise<void>) | undefined;
		beforeAll(async () => {
			const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
			drop = database?.drop;
			foyer = await startFoyer({ settings, databaseUrl: database?.url });
			machine = await openMachine(foyer);
			me = await openAccount(foyer, machine);
			proof = await proveByPassword(me);
			receipts = new URL((await foyer.run(['connector', 'receipts'])).stdout.split('\n')[0] ?? '').pathname;
		});
		afterAll(async () => {
			await foyer?.stop();
			await drop?.();
		});

		type Asked = { method: string; path: string; body?: BodyInit; headers?: Record<string, string>; duplex?: 'half' };

		/** Throws at what must never be answered. */
		async function ask(journey: SignIn, { method, path, headers = {}, ...rest }: Asked): Promise<number> {
			const isOwn = /^\/api\/(my-account|verifications)/.test(path);
			const isManaged = !isOwn && !/^\/api\/(experience|interaction|\.well-known)/.test(path);
			const init = {
				...rest,
				method,
				headers: {
					...(rest.body !== undefined && { 'content-type': 'application/json' }),
					...(isManaged && { authorization: `Bearer ${machine.token}` }),
					...(isOwn && { authorization: `Bearer ${me.tokens.access_token}`, [verificationHeader]: proof }),
					...headers
				}
			};
			const response = await journey.request(path, init);
			const text = await response.text();
			const told = `${method} ${path} answers ${response.status}: ${text.slice(0, 300)}`;
			if (response.status >= 500 || inside.test(text)) throw new Error(told);
			if (response.status >= 400) {
				if (!response.headers.get('content-type')?.includes('json')) throw new Error(told);
				const { code, message, result } = JSON.parse(text) as Record<string, unknown>;
				// A judgement of a password is an answer, with the status that Logto gives it.
				if (result === false) return response.status;
				if (typeof code !== 'string' || typeof message !== 'string') throw new Error(told);
			}
			return response.status;
		}

		const addressOf = (name: string) => {
			const [method = '', path = ''] = name.split(' ');
			// Elsewhere its body is not even read.
			if (path.startsWith('/api/receipts/')) return { method, path: receipts };
			return { method, path: path.replace(/\{\w+\}/g, 'nobody') };
		};
		/** The journey in which it gets furthest. */
		const open = (name: string) => begin(foyer, /verification\/(password|one-time)/.test(name) ? 'SignIn' : 'Register');
		const stateOf = async (journey: SignIn) => ({
			...((await journey.api('GET', 'interaction')).body as object),
			now: 0
		});

		it.each(Object.entries(samples))('%s bears any value in any place', async (name, sample) => {
			const journey = await open(name);
			for (const body of spoil(sample, hostile)) await ask(journey, { ...addressOf(name), body: JSON.stringify(body) });
		});

		// What follows is refused before any database is asked.
		if (engine === 'PostgreSQL') return;

		it('has a body to spoil for every operation that reads one', async () => {
			const { paths } = await readDocument(foyer.origin);
			// An upload has tests of its own.
			const readsJson = (operation: object) =>
				JSON.stringify('requestBody' in operation ? operation.requestBody : '').includes('application/json');
			const reading = Object.entries(paths).flatMap(([path, operations]) =>
				Object.entries(operations)
					.filter(([, operation]) => readsJson(operation))
					.map(([method]) => `${method.toUpperCase()} ${path}`)
			);
			expect(Object.keys(samples).sort()).toEqual(reading.sort());
		});

		it.each(Object.keys(samples))('%s refuses what is no body of its own', async (name) => {
			const journey = await open(name);
			const before = await stateOf(journey);
			const accepted: string[] = [];
			for (const [what, body] of bodies) {
				if ((await ask(journey, { ...addressOf(name), body })) < 400) accepted.push(what);
			}
			expect(accepted).toEqual(meaningNothing[name] ?? []);
			expect(await stateOf(journey)).toEqual(before);
		});

		it('bears any JSON', async () => {
			const journey = await begin(foyer, 'Register');
			const names = fc.constantFrom(...Object.keys(samples));
			const json = fc.jsonValue({ noUnicodeString: false });
			await fc.assert(
				fc.asyncProperty(names, json, async (name, body) => {
					await ask(journey, { ...addressOf(name), body: JSON.stringify(body) });
				}),
				{ numRuns: 100 }
			);
		});

		it('bears a body of another type, and one that never says how long it is', async () => {
			const journey = await begin(foyer, 'Register');
			for (const name of ['PUT /api/experience', 'POST /api/users', 'POST /api/interaction/consent']) {
				for (const type of contentTypes) {
					await ask(journey, { ...addressOf(name), body: '{', headers: { 'content-type': type } });
				}
			}
			const endless = new Blob(['{"interactionEvent":"', 'x'.repeat(200_000), '"}']).stream();
			const asked = { method: 'PUT', path: '/api/experience', body: endless };
			expect(await ask(journey, { ...asked, duplex: 'half' })).toBeGreaterThanOrEqual(400);
		});

		it('refuses every other method of every path', async () => {
			const journey = await begin(foyer, 'Register');
			const { paths } = await readDocument(foyer.origin);
			for (const [path, operations] of Object.entries(paths)) {
				for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
					if (method.toLowerCase() in operations) continue;
					const status = await ask(journey, { method, path: path.replace(/\{\w+\}/g, 'nobody') });
					expect([405, 404], `${method} ${path}`).toContain(status);
				}
			}
		});

		it.each([
			'/api/users/%00',
			'/api/users/%ff',
			'/api/users/%',
			'/api/users/a%00b/has-password',
			'/api/users/..%2f..%2fsign-in-exp',
			`/api/users/${'x'.repeat(4000)}`,
			'/api/users?search=%00',
			'/api/users?search=%ff&page=1e9',
			'/api/users?page=-1&page_size=99999999999999999999',
			'/api/users?page=1000000&page_size=100',
			'/api/one-time-tokens?email=%00&status=__proto__',
			'/api/.well-known/phrases?lng=%00',
			'/api/.well-known/phrases?lng=__proto__&lng=constructor',
			'/api/.well-known/sign-in-exp?appId=%00',
			'/api/.well-known/experience?appId=__proto__',
			'/api/status?ready=%00',
			'/api/experience/%00',
			'/api/nothing/of/this/name'
		])('bears the address %s', async (path) => {
			await ask(await begin(foyer, 'Register'), { method: 'GET', path });
		});

		it('bears junk in every header that it reads', async () => {
			const junk = ['\u00ff', '__proto__', '%00', "' or 1=1 --", 'x'.repeat(4000), ','.repeat(500)];
			const names = [
				'foyer-interaction',
				verificationHeader,
				'logto-app-id',
				'accept-language',
				'if-none-match',
				'x-forwarded-for',
				'origin'
			];
			const nobody = await begin(foyer, 'Register');
			const read = [
				'/api/experience/interaction',
				'/api/.well-known/phrases',
				'/api/interaction/consent',
				'/api/my-account/export'
			];
			for (const path of read) {
				for (const name of names) {
					for (const value of junk) {
						await ask(nobody, { method: 'GET', path, headers: { [name]: value } });
					}
				}
			}
		});

		it('takes junk cookies for none', async () => {
			for (const cookie of cookies) {
				const response = await openBrowser(foyer.origin).request('/api/experience/interaction', {
					headers: { cookie }
				});
				expect(await response.json()).toMatchObject({ code: 'session.not_found' });
			}
		});

		it.each(Object.entries(samples).filter(([name]) => /\/api\/(experience|interaction)/.test(name)))(
			'%s does nothing without an interaction',
			async (name, body) => {
				const { method, path } = addressOf(name);
				const answer = await openBrowser(foyer.origin).api(method, path, body);
				expect(answer).toMatchObject({ status: 400, body: { code: 'session.not_found' } });
			}
		);
	});
});
