// T15: what the settings close is closed to whoever calls the API directly, at every step, also to those who were let
// in before. Each step is refused by its switch alone: with that turned back, the very same call succeeds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn, type Answer, type Identifier, type SignIn } from '../support/api-client.ts';
import { openMachine, type Machine } from '../support/management.ts';
import {
	begin,
	better,
	codeOf,
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
import { startFoyer, type Foyer } from '../support/server.ts';

const byEither = { password: true, verificationCode: true, isPasswordPrimary: true };
const username = { ...byEither, identifier: 'username', verificationCode: false };
const phone = { ...byEither, identifier: 'phone' };
const email = { ...byEither, identifier: 'email' };
const byCode = { password: false, isPasswordPrimary: false };
const signUpBy = (identifiers: string[], more = {}) => ({
	signUp: { identifiers, password: false, verify: true, secondaryIdentifiers: [], ...more }
});

const everythingOpen = {
	signInMode: 'SignInAndRegister',
	signIn: { methods: [username, phone, email] },
	...signUpBy(['phone', 'email']),
	forgotPasswordMethods: null,
	usernamePolicy: { minLength: 1 },
	passwordPolicy: { length: { min: 8, max: 256 } },
	passwordExpiration: { enabled: false },
	emailBlocklistPolicy: { customBlocklist: [], blockSubaddressing: false },
	verificationCodePolicy: { expirationDuration: 300, maxRetryAttempts: 5 },
	lockoutPolicy: { perUser: { threshold: 10 }, perIp: { threshold: 10_000 } },
	customProfileFields: [],
	signUpProfileFields: [],
	...manySends
};

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: everythingOpen });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

async function change(settings: object): Promise<void> {
	expect(await machine.api('PATCH', 'sign-in-exp', settings)).toMatchObject({ status: 200 });
}

type Member = { id: string; username: Name; phone: Identifier; email: Identifier };
type Contact = 'phone' | 'email';

async function member(): Promise<Member> {
	const names = { username: someUsername(), primaryPhone: somePhone(), primaryEmail: someEmail() };
	const { status, body } = await machine.api('POST', 'users', { ...names, password: good });
	expect(status).toBe(200);
	return {
		id: (body as { id: string }).id,
		username: { type: 'username', value: names.username },
		phone: { type: 'phone', value: names.primaryPhone },
		email: { type: 'email', value: names.primaryEmail }
	};
}

const stranger = (type: Contact): Identifier => ({ type, value: type === 'phone' ? somePhone() : someEmail() });

type Event = 'SignIn' | 'Register' | 'ForgotPassword';
/** What leads to the step is done while everything is open; what it answers is the call that is looked at. */
type Prepare = () => Promise<() => Promise<Answer>>;
type Row = [step: string, code: string, prepare: Prepare];

const call =
	(event: Event, ask: (journey: SignIn) => Promise<Answer>): Prepare =>
	async () => {
		const journey = await begin(foyer, event);
		return () => ask(journey);
	};
const askForCode =
	(event: Event, to: () => Promise<Identifier>): Prepare =>
	async () => {
		const [journey, identifier] = [await begin(foyer, event), await to()];
		return () => journey.sendCode(identifier, event);
	};
const identifyByCode =
	(event: Event, to: () => Promise<Identifier>): Prepare =>
	async () => {
		const journey = await begin(foyer, event);
		const verificationId = await prove(foyer, journey, await to(), event);
		return () => journey.api('POST', 'identification', { verificationId });
	};
const submitAfterCode =
	(event: Event, to: () => Promise<Identifier>): Prepare =>
	async () => {
		const journey = await begin(foyer, event);
		const verificationId = await prove(foyer, journey, await to(), event);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBeLessThan(300);
		return () => journey.api('POST', 'submit');
	};
const tryOut =
	(type: keyof Omit<Member, 'id'>): Prepare =>
	async () => {
		const [journey, person] = [await begin(foyer, 'SignIn'), await member()];
		return () => tryPassword(journey, person[type], good);
	};
const identifyByPassword =
	(type: keyof Omit<Member, 'id'>): Prepare =>
	async () => {
		const journey = await begin(foyer, 'SignIn');
		const verificationId = idOf(await tryPassword(journey, (await member())[type], good));
		return () => journey.api('POST', 'identification', { verificationId });
	};
const submitAfterPassword =
	(type: keyof Omit<Member, 'id'>): Prepare =>
	async () => {
		const journey = await openSignIn(foyer, (await member())[type]);
		return () => journey.api('POST', 'submit');
	};
const give = (item: () => object): Prepare => call('Register', (journey) => journey.api('POST', 'profile', item()));
const giveContact =
	(type: Contact): Prepare =>
	async () => {
		const journey = await begin(foyer, 'Register');
		const verificationId = await prove(foyer, journey, stranger(type), 'Register');
		return () => journey.api('POST', 'profile', { type, verificationId });
	};
const giveIdentity = (value: () => string, password: string): Prepare =>
	call('Register', (journey) =>
		journey.api('POST', 'verification/new-password-identity', {
			identifier: { type: 'username', value: value() },
			password
		})
	);
const chooseAnother =
	(type: Contact, password: string): Prepare =>
	async () => {
		const journey = await openRecovery(foyer, (await member())[type]);
		return () => journey.api('PUT', 'profile/password', { password });
	};

const memberBy = (type: Contact) => async () => (await member())[type];
const strangerBy = (type: Contact) => async () => stranger(type);

const notIn = 'user.sign_in_method_not_enabled';
const notUp = 'user.sign_up_method_not_enabled';
const forbidden = 'auth.forbidden';
const noRecovery = 'session.not_supported_for_forgot_password';
const missing = 'user.missing_profile';

const byCodes = (type: Contact, code = notIn): Row[] => [
	['asking for a code', code, askForCode('SignIn', memberBy(type))],
	['identification by a code', code, identifyByCode('SignIn', memberBy(type))],
	['submit after a code', code, submitAfterCode('SignIn', memberBy(type))]
];
const byPasswords = (type: keyof Omit<Member, 'id'>, code = notIn): Row[] => [
	['trying a password', code, tryOut(type)],
	['identification by a password', code, identifyByPassword(type)],
	['submit after a password', code, submitAfterPassword(type)]
];
const signUps = (type: Contact, code = notUp): Row[] => [
	['asking for a code', code, askForCode('Register', strangerBy(type))],
	['identification', code, identifyByCode('Register', strangerBy(type))],
	['the profile', code, giveContact(type)]
];
const recoveries = (type: Contact): Row[] => [
	['asking for a code', noRecovery, askForCode('ForgotPassword', memberBy(type))],
	['identification', noRecovery, identifyByCode('ForgotPassword', memberBy(type))],
	['choosing a password', noRecovery, chooseAnother(type, 'yet another long phrase')],
	[
		'submit',
		noRecovery,
		async () => {
			const journey = await openRecovery(foyer, (await member())[type], better);
			return () => journey.api('POST', 'submit');
		}
	]
];
const beginnings = (event: 'SignIn' | 'Register'): Row[] => [
	[
		'the beginning',
		forbidden,
		async () => {
			const journey = await startSignIn(foyer);
			return () => journey.api('PUT', '', { interactionEvent: event });
		}
	],
	[
		'going over to it',
		forbidden,
		call(event === 'SignIn' ? 'Register' : 'SignIn', (journey) =>
			journey.api('PUT', 'interaction-event', { interactionEvent: event })
		)
	]
];
const incomplete: Row[] = [
	['identification', missing, identifyByCode('Register', strangerBy('phone'))],
	['submit', missing, submitAfterCode('Register', strangerBy('phone'))]
];

/** Nine characters: short for a name or a password, where those are to be long. */
const shortName = () => someUsername().slice(-9).replace(/^./, 'u');
const shortPassword = 'kwtr xfmq bd';
const machineMakes =
	(user: () => object): Prepare =>
	async () =>
	() =>
		machine.api('POST', 'users', user());

const names = signUpBy(['username'], { password: true, verify: false });
const noPasswords = {
	signIn: {
		methods: [
			{ ...phone, ...byCode },
			{ ...email, ...byCode }
		]
	}
};
const company = { name: 'company', type: 'Text', required: true, label: 'Company' };
const blocked = 'session.email_blocklist.email_not_allowed';
const blockedPlus = 'session.email_blocklist.email_subaddressing_not_allowed';

const switches: [name: string, closed: object, rows: Row[], before?: object][] = [
	[
		'sign-in',
		{ signInMode: 'Register' },
		[...beginnings('SignIn'), ...byCodes('phone', forbidden), ...byPasswords('username', forbidden)]
	],
	[
		'registration',
		{ signInMode: 'SignIn' },
		[
			...beginnings('Register'),
			...signUps('email', forbidden),
			['submit', forbidden, submitAfterCode('Register', strangerBy('phone'))]
		]
	],
	[
		'codes by SMS',
		{
			signIn: { methods: [username, { ...phone, verificationCode: false }, email] },
			...signUpBy(['email'], { password: true })
		},
		byCodes('phone')
	],
	[
		'codes by mail',
		{
			signIn: { methods: [username, phone, { ...email, verificationCode: false }] },
			...signUpBy(['phone'], { password: true })
		},
		byCodes('email')
	],
	['passwords of phones', { signIn: { methods: [username, { ...phone, ...byCode }, email] } }, byPasswords('phone')],
	['passwords of mailboxes', { signIn: { methods: [username, phone, { ...email, ...byCode }] } }, byPasswords('email')],
	['usernames at sign-in', { signIn: { methods: [phone, email] } }, byPasswords('username')],
	['recovery', { forgotPasswordMethods: [] }, recoveries('phone')],
	['recovery by mail', { forgotPasswordMethods: ['PhoneVerificationCode'] }, recoveries('email')],
	['recovery by the last password', noPasswords, recoveries('phone')],
	[
		'sign-up by mail',
		signUpBy(['phone']),
		[...signUps('email'), ['submit', missing, submitAfterCode('Register', strangerBy('email'))]]
	],
	['sign-up by SMS', signUpBy(['email']), signUps('phone')],
	[
		'usernames at sign-up',
		signUpBy(['phone'], { password: true }),
		[
			['the profile', notUp, give(() => ({ type: 'username', value: someUsername() }))],
			['a name with a password', notUp, giveIdentity(someUsername, better)]
		],
		names
	],
	['passwords', noPasswords, [['the profile', notUp, give(() => ({ type: 'password', value: better }))]]],
	['sign-up without a password', signUpBy(['phone', 'email'], { password: true }), incomplete],
	[
		'sign-up without a second contact',
		signUpBy(['phone'], { secondaryIdentifiers: [{ identifier: 'email', verify: true }] }),
		incomplete
	],
	[
		'sign-up without further fields',
		{ customProfileFields: [company], signUpProfileFields: [{ name: 'company' }] },
		incomplete
	],
	[
		'passwords that are short',
		{ passwordPolicy: { length: { min: 20, max: 256 } } },
		[
			['the profile', 'password.rejected', give(() => ({ type: 'password', value: shortPassword }))],
			['a name with a password', 'password.rejected', giveIdentity(someUsername, shortPassword)],
			['recovery', 'password.rejected', chooseAnother('phone', shortPassword)],
			['a machine', 'password.rejected', machineMakes(() => ({ password: shortPassword }))]
		],
		names
	],
	[
		'usernames that are short',
		{ usernamePolicy: { minLength: 12 } },
		[
			['the profile', 'user.username_too_short', give(() => ({ type: 'username', value: shortName() }))],
			['a name with a password', 'user.username_too_short', giveIdentity(shortName, better)],
			['a machine', 'user.username_too_short', machineMakes(() => ({ username: shortName() }))]
		],
		names
	],
	['addresses on a list', { emailBlocklistPolicy: { customBlocklist: ['@example.com'] } }, signUps('email', blocked)],
	[
		'addresses behind a plus',
		{ emailBlocklistPolicy: { blockSubaddressing: true } },
		[
			[
				'asking for a code',
				blockedPlus,
				askForCode('Register', async () => ({ type: 'email', value: `ada+${someEmail()}` }))
			]
		]
	]
];

describe.each(switches)('a switch closes %s', (_name, closed, rows, before = {}) => {
	it.each(rows)('at %s, with %s', async (_step, code, prepare) => {
		await change({ ...everythingOpen, ...before });
		const ask = await prepare();
		await change(closed);
		const refused = await ask();
		expect([codeOf(refused), refused.status]).toEqual([
			code,
			expect.toSatisfy((status) => status >= 400 && status < 500)
		]);
		await change({ ...everythingOpen, ...before });
		expect((await ask()).status).toBeLessThan(300);
	});
});

describe('a number in the settings holds', () => {
	const wrongGuess = async (journey: SignIn, to: Identifier, verificationId: string) =>
		codeOf(await journey.checkCode(to, verificationId, 'wrong'));

	it('for guesses of one code', async () => {
		await change({ ...everythingOpen, verificationCodePolicy: { expirationDuration: 300, maxRetryAttempts: 1 } });
		const [journey, to] = [await begin(foyer, 'Register'), stranger('phone')];
		const { verificationId, code } = await sendCode(foyer, journey, to, 'Register');
		expect(await wrongGuess(journey, to, verificationId)).toBe('verification_code.code_mismatch');
		expect(codeOf(await journey.checkCode(to, verificationId, code))).toBe('verification_code.exceed_max_try');
	});

	it('for the time of a code', async () => {
		await change({ ...everythingOpen, verificationCodePolicy: { expirationDuration: 60, maxRetryAttempts: 5 } });
		const [journey, to] = [await begin(foyer, 'Register'), stranger('phone')];
		const { verificationId, code } = await sendCode(foyer, journey, to, 'Register');
		await foyer.advanceClock(61_000);
		expect(codeOf(await journey.checkCode(to, verificationId, code))).toBe('verification_code.expired');
	});

	it('for failures of one account', async () => {
		await change({ ...everythingOpen, lockoutPolicy: { perUser: { threshold: 3 }, perIp: { threshold: 10_000 } } });
		const [journey, { email: name }] = [await begin(foyer, 'SignIn'), await member()];
		const statuses: number[] = [];
		for (const password of ['wrong', 'wrong', 'wrong', good]) {
			statuses.push((await tryPassword(journey, name, password)).status);
		}
		expect(statuses).toEqual([422, 422, 422, 429]);
	});

	it('for sends to one number', async () => {
		const sendPolicy = { ...manySends.sendPolicy, perIdentifier: [{ count: 2, seconds: 60 }] };
		await change({ ...everythingOpen, sendPolicy });
		const [journey, to] = [await begin(foyer, 'Register'), stranger('phone')];
		const statuses: number[] = [];
		for (let send = 0; send < 3; send++) statuses.push((await journey.sendCode(to, 'Register')).status);
		expect(statuses).toEqual([200, 200, 429]);
	});

	it('for the age of a password', async () => {
		await change({ ...everythingOpen, passwordExpiration: { enabled: true, validPeriodDays: 1 } });
		const { email: name } = await member();
		await foyer.advanceClock(25 * 3_600_000);
		const journey = await begin(foyer, 'SignIn');
		expect(codeOf(await tryPassword(journey, name, good))).toBe('password.expired');
		await change(everythingOpen);
		expect((await tryPassword(journey, name, good)).status).toBe(200);
	});
});

describe('a promise that the API could not keep', () => {
	it.each([
		{ adaptiveMfa: { enabled: true }, mfa: { factors: [], policy: 'Mandatory' } },
		{ passkeySignIn: { enabled: true } },
		{ singleSignOnEnabled: true },
		{ emailBlocklistPolicy: { blockDisposableAddresses: true } },
		{ sentinelPolicy: { maxAttempts: 3 } },
		{ signUp: { identifiers: ['phone'], password: false, verify: false } }
	])('is not taken: %j', async (settings) => {
		const { status } = await machine.api('PATCH', 'sign-in-exp', settings);
		expect(status).toBeGreaterThanOrEqual(400);
		expect(status).toBeLessThan(500);
	});
});
