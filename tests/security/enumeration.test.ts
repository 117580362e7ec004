// T6: whoever asks about somebody learns nothing: the same answer and the same work for a member and for nobody. Work is
// counted, never timed: runs of Argon2, and every SQL statement in its order.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn, type Identifier, type InteractionEvent, type SignIn } from '../support/api-client.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, good, idOf, manySends, type Name } from '../support/passwords.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { isRemembered } from '../support/statement-kinds.ts';
import { startWatched, type WatchedFoyer } from '../support/watched-server.ts';

const byEither = { password: true, verificationCode: true, isPasswordPrimary: true };
const open = {
	signInMode: 'SignInAndRegister',
	signUp: {
		identifiers: ['username'],
		password: true,
		verify: true,
		secondaryIdentifiers: [{ identifier: 'emailOrPhone', verify: true }]
	},
	signIn: {
		methods: [
			{ ...byEither, identifier: 'username', verificationCode: false },
			{ ...byEither, identifier: 'phone' },
			{ ...byEither, identifier: 'email' }
		]
	},
	lockoutPolicy: { perUser: { threshold: 10 }, perIp: { threshold: 10_000 } },
	...manySends
};

let foyer: WatchedFoyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startWatched({ settings: open });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

const change = async (settings: object) =>
	expect((await machine.api('PATCH', 'sign-in-exp', settings)).status).toBe(200);

type Person = { username: Name; phone: Identifier; email: Identifier };

/** Everybody there can be behind an identifier. The first one is nobody. */
const kinds = ['unknown', 'member', 'suspended', 'without a password', 'with a foreign digest'] as const;
type Kind = (typeof kinds)[number];

const passwordOf: Record<Kind, object> = {
	unknown: {},
	member: { password: good },
	suspended: { password: good },
	'without a password': {},
	'with a foreign digest': {
		passwordAlgorithm: 'MD5',
		passwordDigest: createHash('md5').update(good).digest('hex')
	}
};

async function meet(kind: Kind): Promise<Person> {
	const person: Person = {
		username: { type: 'username', value: someUsername() },
		phone: { type: 'phone', value: somePhone() },
		email: { type: 'email', value: someEmail() }
	};
	if (kind === 'unknown') return person;
	const { status, body } = await machine.api('POST', 'users', {
		username: person.username.value,
		primaryPhone: person.phone.value,
		primaryEmail: person.email.value,
		...passwordOf[kind]
	});
	expect(status).toBe(200);
	const { id } = body as { id: string };
	if (kind === 'suspended') await machine.api('PATCH', `users/${id}/is-suspended`, { isSuspended: true });
	return person;
}

type Seen = { status: number; headers: [string, string][]; body: string; statements: string[]; hashes: number };

const ofTheMoment = new Set(['date', 'logto-core-request-id', 'keep-alive', 'connection']);

/** Ids, times and what was typed are not what gives somebody away; everything else must be equal to the letter. */
function normalise(text: string, person: Person): string {
	return (
		[person.username, person.phone, person.email]
			.reduce((rest, { value }) => rest.replaceAll(value, '<typed>'), text)
			.replace(/"(verificationId|id)":"[\w-]{21}"/g, '"$1":"<id>"')
			.replace(/"(now|expiresAt|resendAt)":\d{13}/g, '"$1":0')
			// A wait that was asked about a moment later is a second shorter.
			.replace(/"retryAfter":\d+/g, '"retryAfter":0')
			.replace(/in \d+ seconds?/g, 'in some seconds')
			.replace(/uid=[\w-]{8}/g, 'uid=<uid>')
			.replace(/(foyer_draft=)[\w.%-]+/g, '$1<sealed>')
	);
}

const sent = /^insert into "secret"/;
const settled = /^insert into "outbox"/;
const count = (statements: string[], kind: RegExp) => statements.filter((sql) => kind.test(sql)).length;

async function watch(person: Person, ask: () => Promise<Response>): Promise<Seen> {
	await foyer.takeWork();
	const response = await ask();
	const body = await response.text();
	// What is done after the answer counts, too: a message is under way until its outcome is written down.
	await pause(15);
	const { statements, hashes } = await foyer.takeWork();
	for (let looks = 0; looks < 200 && count(statements, sent) > count(statements, settled); looks++) {
		await pause(15);
		statements.push(...(await foyer.takeWork()).statements);
	}
	return {
		status: response.status,
		headers: [...response.headers]
			.filter(
				([name]) => !ofTheMoment.has(name) && !(name === 'content-length' && /<typed>/.test(normalise(body, person)))
			)
			.map(([name, value]): [string, string] => [name, name === 'retry-after' ? 'some' : normalise(value, person)])
			.sort(),
		body: normalise(body, person),
		// Read again after a while, whoever asks.
		statements: statements.filter((sql) => !isRemembered(sql)),
		hashes
	};
}

const ask = (journey: SignIn, method: string, path: string, body: unknown) => () =>
	journey.request(`/api/experience/${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});

/** The same for everybody: `look` does what it does to one person, and says what was seen each time. */
async function expectAlike(look: (person: Person) => Promise<Seen[]>): Promise<Seen[]> {
	const seen = new Map<Kind, Seen[]>();
	for (const kind of kinds) seen.set(kind, await look(await meet(kind)));
	const nobody = seen.get('unknown') ?? [];
	expect(nobody.length).toBeGreaterThan(0);
	for (const kind of kinds) expect({ kind, seen: seen.get(kind) }).toEqual({ kind, seen: nobody });
	return nobody;
}

describe('a wrong password', () => {
	it.each(['username', 'phone', 'email'] as const)('is the same of every %s, one hash each', async (type) => {
		const [answer] = await expectAlike(async (person) => {
			const journey = await begin(foyer, 'SignIn');
			const body = { identifier: person[type], password: 'not the right one' };
			return [await watch(person, ask(journey, 'POST', 'verification/password', body))];
		});
		expect(answer).toMatchObject({ status: 422, hashes: 1 });
		expect(answer?.body).toContain('session.invalid_credentials');
		// A probe that hears nothing would find everything equal.
		expect(answer?.statements.length).toBeGreaterThan(3);
	});

	it('locks everybody alike, and costs nothing from then on', async () => {
		await change({ lockoutPolicy: { ...open.lockoutPolicy, perUser: { threshold: 3 } } });
		const answers = await expectAlike(async (person) => {
			const journey = await begin(foyer, 'SignIn');
			const body = { identifier: person.phone, password: 'not the right one' };
			const seen: Seen[] = [];
			for (let guess = 0; guess < 4; guess++) {
				seen.push(await watch(person, ask(journey, 'POST', 'verification/password', body)));
			}
			return seen.slice(-2);
		});
		await change({ lockoutPolicy: open.lockoutPolicy });
		expect(answers.map(({ status, hashes }) => [status, hashes])).toEqual([
			[422, 1],
			[429, 0]
		]);
	});
});

const send = (journey: SignIn, identifier: Identifier, interactionEvent: InteractionEvent) =>
	ask(journey, 'POST', 'verification/verification-code', { identifier, interactionEvent });

/** Asks for a code, tries a wrong one, looks at the interaction, tries to go on without. */
async function askForCode(person: Person, type: 'phone' | 'email', event: InteractionEvent): Promise<Seen[]> {
	const journey = await begin(foyer, event);
	let verificationId = '';
	const sent = await watch(person, async () => {
		const response = await send(journey, person[type], event)();
		verificationId = ((await response.clone().json()) as { verificationId: string }).verificationId;
		return response;
	});
	// Six digits are what codes have: this one is never right.
	const guess = { identifier: person[type], verificationId, code: 'wrong' };
	return [
		sent,
		await watch(person, ask(journey, 'POST', 'verification/verification-code/verify', guess)),
		await watch(person, ask(journey, 'POST', 'identification', { verificationId })),
		await watch(person, ask(journey, 'PUT', 'profile/password', { password: 'a new and long phrase' })),
		await watch(person, ask(journey, 'POST', 'submit', {})),
		await watch(person, () => journey.request('/api/experience/interaction'))
	];
}

type Mode = 'SignInAndRegister' | 'SignIn';
const asked: [Mode, InteractionEvent, Identifier['type']][] = [
	['SignInAndRegister', 'SignIn', 'phone'],
	['SignInAndRegister', 'Register', 'email'],
	['SignInAndRegister', 'ForgotPassword', 'phone'],
	['SignIn', 'SignIn', 'email'],
	['SignIn', 'ForgotPassword', 'email']
];

describe('a code', () => {
	afterAll(() => change({ signInMode: 'SignInAndRegister' }));

	it.each(asked)('where the mode is %s is asked for, for %s, and guessed alike for every %s', async (...row) => {
		const [signInMode, event, type] = row;
		await change({ signInMode });
		const [sent, guessed] = await expectAlike((person) => askForCode(person, type, event));
		expect(sent?.status).toBe(200);
		expect(guessed?.body).toContain('verification_code.code_mismatch');
	});
});

describe('a code that is not proven', () => {
	it('is compared with no password that was chosen before it', async () => {
		const [identified] = await expectAlike(async (person) => {
			const journey = await begin(foyer, 'Register');
			expect((await journey.api('POST', 'profile', { type: 'password', value: good })).status).toBe(204);
			const sent = await send(journey, person.email, 'Register')();
			const { verificationId } = (await sent.json()) as { verificationId: string };
			return [await watch(person, ask(journey, 'POST', 'identification', { verificationId }))];
		});
		expect(identified).toMatchObject({ status: 400, hashes: 0 });
	});
});

describe('a second code', () => {
	const cooldown = { perIdentifier: [{ count: 1, seconds: 60 }], perIp: manySends.sendPolicy.perIp };
	beforeAll(() => change({ signInMode: 'SignIn', sendPolicy: cooldown }));
	afterAll(() => change({ signInMode: 'SignInAndRegister', ...manySends }));

	it.each(['SignIn', 'ForgotPassword'] as const)('for %s waits as long for everybody', async (event) => {
		const answers = await expectAlike(async (person) => {
			const journey = await begin(foyer, event);
			return [
				await watch(person, send(journey, person.phone, event)),
				// To the second, or the clock would tell them apart.
				await watch(person, send(journey, person.phone, event)).then((seen) => ({
					...seen,
					body: seen.body.replace(/"retryAfter":\d+/, '"retryAfter":60'),
					headers: seen.headers.filter(([name]) => name !== 'retry-after')
				}))
			];
		});
		expect(answers.map(({ status }) => status)).toEqual([200, 429]);
	});
});

describe('a one-time token', () => {
	it('that nobody made, or that is for another address, is refused alike', async () => {
		const made = await machine.api('POST', 'one-time-tokens', { email: someEmail(), expiresIn: 3600 });
		const { token } = made.body as { token: string };
		const answers = await expectAlike(async (person) => {
			const journey = await begin(foyer, 'SignIn');
			const verify = (offered: string) => {
				const body = { identifier: person.email, token: offered };
				return watch(person, ask(journey, 'POST', 'verification/one-time-token/verify', body));
			};
			return [await verify('made-up'), await verify(token)];
		});
		expect(answers.map(({ status }) => status)).toEqual([404, 400]);
	});
});

describe('registration', () => {
	/** That a name is taken must be said: nobody could choose one otherwise. It is not said faster. */
	it('hashes a password for a name that is taken, too', async () => {
		const [taken, free] = [await meet('member'), await meet('unknown')];
		for (const person of [taken, free]) {
			const journey = await begin(foyer, 'Register');
			const body = { identifier: person.username, password: 'kwtrxfmq plain words' };
			const seen = await watch(person, ask(journey, 'POST', 'verification/new-password-identity', body));
			expect([seen.status, seen.hashes]).toEqual([person === taken ? 422 : 200, 1]);
		}
	});

	it('with an address of a member says so to whoever has read its mail, and to nobody else', async () => {
		const person = await meet('member');
		const journey = await begin(foyer, 'Register');
		const sent = await journey.sendCode(person.email, 'Register');
		const verificationId = idOf(sent);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(400);
		const code = await foyer.inbox.codeFor(person.email.value);
		expect((await journey.checkCode(person.email, verificationId, code)).status).toBe(200);
		expect(await journey.api('POST', 'identification', { verificationId })).toMatchObject({
			status: 422,
			body: { code: 'user.email_already_in_use' }
		});
	});
});

describe('a page', () => {
	const post = (journey: SignIn, path: string, fields: Record<string, string>) => () =>
		journey.request(`${path}${path.includes('?') ? '&' : '?'}${journey.page.searchParams}`, {
			method: 'POST',
			headers: { origin: foyer.origin, accept: 'text/html' },
			body: new URLSearchParams(fields)
		});
	const national = ({ phone }: Person) => phone.value.slice(2);

	it.each([
		['/sign-in', 303],
		['/forgot-password', 303]
	] as const)('%s goes on alike with every number', async (path, status) => {
		const [answer] = await expectAlike(async (person) => {
			const journey = await startSignIn(foyer);
			const fields = { identifier: national(person), kind: 'phone', country: 'CN' };
			return [await watch(person, post(journey, path, fields))];
		});
		expect(answer?.status).toBe(status);
	});

	it('/sign-in/password refuses a wrong password alike, one hash each', async () => {
		const [answer] = await expectAlike(async (person) => {
			const journey = await startSignIn(foyer);
			await post(journey, '/sign-in', { identifier: national(person), kind: 'phone', country: 'CN' })();
			const fields = { identifier: `+${person.phone.value}`, kind: 'phone', password: 'not the right one' };
			const seen = await watch(person, post(journey, '/sign-in/password?/password', fields));
			return [{ ...seen, body: '', headers: seen.headers.map(([name]): [string, string] => [name, '']) }];
		});
		expect(answer).toMatchObject({ status: 422, hashes: 1 });
	});
});
