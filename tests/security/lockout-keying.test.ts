// T5: failures count against the account, whatever it is called, however it is tried, and wherever from.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Identifier, SignIn } from '../support/api-client.ts';
import {
	begin,
	better,
	finish,
	from,
	good,
	idOf,
	manySends,
	openRecovery,
	openSignIn,
	prove,
	sendCode,
	tryPassword,
	type Name
} from '../support/passwords.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const byEither = { password: true, verificationCode: true, isPasswordPrimary: true };
const settings = {
	signUp: {
		identifiers: ['username'],
		password: true,
		verify: true,
		secondaryIdentifiers: [
			{ identifier: 'phone', verify: true },
			{ identifier: 'email', verify: true }
		]
	},
	signIn: {
		methods: [
			{ ...byEither, identifier: 'username', verificationCode: false },
			{ ...byEither, identifier: 'phone' },
			{ ...byEither, identifier: 'email' }
		]
	},
	usernamePolicy: { caseSensitive: false },
	...manySends
};

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({
		env: { FOYER_TRUSTED_PROXIES: '127.0.0.1, ::1' },
		settings: { ...settings, lockoutPolicy: { perIp: { threshold: 10_000 } } }
	});
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

type Person = { username: Name & { type: 'username' }; phone: Identifier; email: Identifier };

function somebody(): Person {
	return {
		username: { type: 'username', value: someUsername() },
		phone: { type: 'phone', value: somePhone() },
		email: { type: 'email', value: someEmail() }
	};
}

async function member(): Promise<Person> {
	const person = somebody();
	const names = {
		username: person.username.value,
		primaryPhone: person.phone.value,
		primaryEmail: person.email.value
	};
	expect((await machine.api('POST', 'users', { ...names, password: good })).status).toBe(200);
	return person;
}

const inCapitals = <Named extends Name>(name: Named): Named => ({ ...name, value: name.value.toUpperCase() });

let lastHost = 0;
const elsewhere = () => from(`203.0.${Math.floor(lastHost / 250)}.${(lastHost++ % 250) + 1}`);

type Event = 'SignIn' | 'ForgotPassword';
const opened = new Map<Event, SignIn>();

/** Where the interaction is not the matter, one serves all guesses. */
async function door(event: Event): Promise<SignIn> {
	const journey = opened.get(event) ?? (await begin(foyer, event));
	opened.set(event, journey);
	return journey;
}

/** One password guess from a new address. */
async function guess(name: Name, password = 'not the right one', journey = door('SignIn')): Promise<Answer> {
	return tryPassword(await journey, name, password, elsewhere());
}

async function guessCode(to: Identifier, event: Event, opening = door(event)): Promise<Answer> {
	const journey = await opening;
	const verificationId = idOf(await journey.sendCode(to, event));
	// The code is six digits: this one is never right.
	const body = { identifier: to, verificationId, code: 'wrong' };
	return journey.api('POST', 'verification/verification-code/verify', body, elsewhere());
}

const tenTimes = async (tries: (() => Promise<Answer>)[]): Promise<Answer[]> => {
	const answers: Answer[] = [];
	for (let count = 0; count < 10; count++) answers.push(await tries[count % tries.length]!());
	return answers;
};

const anew = (event: Event) => begin(foyer, event);

/** Ten failures of each kind of proof, by every name and spelling. */
const failAtPasswords = ({ username, phone, email }: Person, where = door) =>
	tenTimes(
		[username, inCapitals(username), phone, email, inCapitals(email)].map(
			(name) => () => guess(name, 'not the right one', where('SignIn'))
		)
	);
const failAtCodes = ({ phone, email }: Person, event: Event, where = door) =>
	tenTimes([phone, email, inCapitals(email)].map((to) => () => guessCode(to, event, where(event))));

/** The right code, from its owner. */
async function proveByCode(to: Identifier, event: Event): Promise<Answer> {
	const journey = await begin(foyer, event);
	const { verificationId, code } = await sendCode(foyer, journey, to, event);
	return journey.checkCode(to, verificationId, code);
}

const statuses = (answers: Answer[]) => answers.map(({ status }) => status);
const locked = { status: 429, body: { code: 'session.verification_blocked_too_many_attempts' } };

describe('failures of one account', () => {
	it('at its password count together, by every name and spelling, from everywhere', async () => {
		const person = await member();
		expect(statuses(await failAtPasswords(person, anew))).toEqual(Array(10).fill(422));
		for (const name of [person.username, person.phone, person.email, inCapitals(person.email)]) {
			expect(await guess(name, good)).toMatchObject(locked);
		}
	});

	it.each(['SignIn', 'ForgotPassword'] as const)('at its codes for %s count together', async (event) => {
		const person = await member();
		expect(statuses(await failAtCodes(person, event, anew))).toEqual(Array(10).fill(400));
		for (const to of [person.phone, person.email]) expect(await proveByCode(to, event)).toMatchObject(locked);
	});

	it('at one kind of proof keep its owner from no other', async () => {
		const guessed = await member();
		await failAtPasswords(guessed);
		expect((await proveByCode(guessed.phone, 'SignIn')).status).toBe(200);
		const recovered = await member();
		await failAtCodes(recovered, 'ForgotPassword');
		expect((await proveByCode(recovered.email, 'SignIn')).status).toBe(200);
		const coded = await member();
		await failAtCodes(coded, 'SignIn');
		expect((await guess(coded.username, good)).status).toBe(200);
	});

	it('at its password end with a recovery, whenever they came', async () => {
		const person = await member();
		await failAtPasswords(person);
		const journey = await openRecovery(foyer, person.email, better);
		await failAtPasswords(person);
		expect((await journey.api('POST', 'submit')).status).toBe(204);
		expect((await guess(person.username, better)).status).toBe(200);
	});

	it('count for that account only', async () => {
		const [one, other] = [await member(), await member()];
		await failAtPasswords(one);
		expect((await guess(one.phone, good)).status).toBe(429);
		expect((await guess(other.phone, good)).status).toBe(200);
	});

	it('are forgiven by a success, and counted from the start', async () => {
		const { phone, email, username } = await member();
		for (let round = 0; round < 2; round++) {
			for (let failure = 0; failure < 9; failure++) expect((await guess(phone)).status).toBe(422);
			expect((await guess(round ? email : username, good)).status).toBe(200);
		}
	});

	it('wait longer each time, and a guess in between does not reach the password', async () => {
		const { phone } = await member();
		for (let failure = 0; failure < 10; failure++) await guess(phone);
		const waits: number[] = [];
		for (let round = 0; round < 4; round++) {
			const { body } = await guess(phone, good);
			const { retryAfter } = (body as { data: { retryAfter: number } }).data;
			waits.push(retryAfter);
			await foyer.advanceClock((retryAfter + 1) * 1000);
			expect((await guess(phone)).status).toBe(422);
		}
		expect(waits).toEqual([30, 60, 120, 240]);
	});
});

describe('an identifier that nobody has', () => {
	it('is locked like an account, with the same answers', async () => {
		const known = await member();
		const { phone } = somebody();
		const tries = async (to: Identifier) => {
			const answers: Answer[] = [];
			for (let failure = 0; failure < 11; failure++) answers.push(await guess(to));
			for (let failure = 0; failure < 11; failure++) answers.push(await guessCode(to, 'ForgotPassword'));
			answers.push(await guessCode(to, 'SignIn'));
			// How long is left depends on how long the other tries took.
			const withoutTime = (body: unknown) => JSON.stringify(body).replace(/("retryAfter":|again in )\d+/g, '$1…');
			return answers.map(({ status, body }) => [status, withoutTime(body)]);
		};
		expect(await tries(phone)).toEqual(await tries(known.phone));
	});

	it('counts as one in every spelling', async () => {
		const { email } = somebody();
		for (let failure = 0; failure < 10; failure++) await guess(failure % 2 ? email : inCapitals(email));
		expect(await guess(email)).toMatchObject(locked);
		expect(await guess(inCapitals(email))).toMatchObject(locked);
	});
});

describe('a lock that falls after the right password', () => {
	const holdsAtSubmit = async (journey: SignIn, { phone }: Person, end: () => Promise<unknown>) => {
		for (let failure = 0; failure < 10; failure++) await guess(phone);
		expect(await journey.api('POST', 'submit')).toMatchObject(locked);
		await foyer.advanceClock(31_000);
		await end();
	};

	it('holds at the submit of a sign-in', async () => {
		const person = await member();
		const journey = await openSignIn(foyer, person.username);
		await holdsAtSubmit(journey, person, () => finish(journey));
	});

	it('does not hold where the owner has brought a code as well', async () => {
		const { username, phone } = await member();
		const journey = await openSignIn(foyer, username);
		await prove(foyer, journey, phone, 'SignIn');
		for (let failure = 0; failure < 10; failure++) await guess(phone);
		await finish(journey);
	});
});

describe('failures from one network', () => {
	beforeAll(async () => {
		const lockoutPolicy = { perUser: { threshold: 50 }, perIp: { threshold: 5 } };
		expect((await machine.api('PATCH', 'sign-in-exp', { lockoutPolicy })).status).toBe(200);
	});

	const fail = async (headers: object, name: Name = somebody().phone, password = 'not the right one') =>
		(await tryPassword(await door('SignIn'), name, password, headers)).status;

	it('stop it for every account, and no other network', async () => {
		const { phone } = await member();
		for (let failure = 0; failure < 5; failure++) expect(await fail(from('198.51.100.7'))).toBe(422);
		expect(await fail(from('198.51.100.7'), phone, good)).toBe(429);
		expect(await fail(from('198.51.100.8'), phone, good)).toBe(200);
		expect(await fail(from('198.51.100.7'), phone, good)).toBe(429);
	});

	it('count as one over a whole IPv6 /64', async () => {
		for (let host = 1; host <= 5; host++) expect(await fail(from(`2001:db8:1:2::${host}`))).toBe(422);
		expect(await fail(from('2001:db8:1:2:ffff::9'))).toBe(429);
		expect(await fail(from('2001:db8:1:3::1'))).toBe(422);
	});

	it('cannot be spread by what the caller writes before its own address', async () => {
		for (let failure = 0; failure < 5; failure++)
			expect(await fail(from(`192.0.2.${failure}, 198.51.100.20`))).toBe(422);
		expect(await fail(from('192.0.2.99, 198.51.100.20'))).toBe(429);
	});

	it('do not count what was right', async () => {
		const { phone } = await member();
		for (let success = 0; success < 6; success++) expect(await fail(from('198.51.100.40'), phone, good)).toBe(200);
	});

	it('cannot be hidden behind a list that nobody can read', async () => {
		// An unreadable list means the proxy's own address, which is shut from here on: this test is the last.
		for (let failure = 0; failure < 5; failure++) expect(await fail(from(`nonsense-${failure}`))).toBe(422);
		expect(await fail(from('198.51.100.30, more nonsense'))).toBe(429);
	});
});
