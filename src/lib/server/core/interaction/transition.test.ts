import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../contract/settings.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { User } from '../user.ts';
import type { Event } from './event.ts';
import type { CodeVerification, Interaction } from './state.ts';
import { transition } from './transition.ts';

const now = 1_700_000_000_000;
const phone: CodeIdentifier = { type: 'phone', value: '8613800138000' };
const email: CodeIdentifier = { type: 'email', value: 'ada@example.com' };
const fresh: Interaction = { id: 'uid', clientId: 'app', version: 0, verifications: [], expiresAt: now + 3_600_000 };
const ada: User = {
	id: 'ada',
	primaryPhone: phone.value,
	profile: {},
	customData: {},
	isSuspended: false,
	createdAt: now,
	updatedAt: now
};

const requested = (identifier = phone, facts: Partial<Extract<Event, { type: 'code-requested' }>> = {}): Event => ({
	type: 'code-requested',
	recordId: 'record',
	identifier,
	holderId: 'ada',
	digest: 'digest',
	impossibleDigest: 'impossible',
	at: now,
	...facts
});
const started = (event: 'SignIn' | 'Register' | 'ForgotPassword', keepVerifications = false): Event => ({
	type: 'started',
	event,
	keepVerifications
});
const accepted: Event = { type: 'code-checked', recordId: 'record', outcome: 'accepted', attemptsLeft: 4, at: now };
const identified = (user?: User, verificationId: string | undefined = 'record'): Event => ({
	type: 'identified',
	verificationId,
	user,
	newUserId: 'new',
	at: now
});
const submitted = (user?: User): Event => ({ type: 'submitted', user, factors: [], redirectTo: '/next', at: now });

/** Runs the events one after the other and answers the last decision. */
function after(events: Event[], policy: Settings = defaultSettings, state = fresh) {
	let decision = transition(state, events[0] as Event, policy);
	for (const event of events.slice(1)) decision = transition(decision.state, event, policy);
	return decision;
}
const problemAfter = (events: Event[], policy?: Settings) => after(events, policy).problem?.code;
const codeIn = ({ verifications }: Interaction) => verifications[0] as CodeVerification | undefined;
const withMode = (signInMode: Settings['signInMode']): Settings => ({ ...defaultSettings, signInMode });

describe('starting', () => {
	it('wipes what an earlier attempt had proven', () => {
		const { state } = after([started('SignIn'), requested(), accepted, identified(ada), started('SignIn')]);
		expect(state).toMatchObject({ event: 'SignIn', verifications: [] });
		expect(state.userId).toBeUndefined();
	});

	it('keeps a code under way when the same form was posted twice', () => {
		const { state } = after([started('SignIn'), requested(), started('SignIn', true)]);
		expect(state.verifications).toHaveLength(1);
	});

	it('keeps nothing once somebody was identified', () => {
		const { state } = after([started('SignIn'), requested(), accepted, identified(ada), started('SignIn', true)]);
		expect(state.verifications).toHaveLength(0);
	});

	it.each<Event>([started('SignIn'), { type: 'event-changed', event: 'Register' }])(
		'forgets what was unusual about whoever came before: $type',
		(event) => {
			const risky: Interaction = { ...fresh, event: 'SignIn', userId: 'ada', isRiskFound: true };
			expect(after([event], defaultSettings, risky).state.isRiskFound).toBeUndefined();
		}
	);

	it('refuses a mode that is closed', () => {
		expect(problemAfter([started('Register')], withMode('SignIn'))).toBe('auth.forbidden');
		expect(problemAfter([started('SignIn')], withMode('Register'))).toBe('auth.forbidden');
	});

	it('comes before everything else', () => {
		expect(problemAfter([requested()])).toBe('session.interaction_not_found');
		expect(problemAfter([submitted(ada)])).toBe('session.interaction_not_found');
	});
});

describe('asking for a code', () => {
	it('saves a secret, then sends', () => {
		const { effects } = after([started('SignIn'), requested()]);
		expect(effects.map(({ type }) => type)).toEqual(['issue-secret', 'record', 'deliver-code']);
		expect(effects[0]).toMatchObject({ digest: 'digest', maxAttempts: 5, expiresAt: now + 300_000 });
	});

	it('replaces the earlier code of the same kind and leaves the other kind alone', () => {
		const { state } = after([
			started('SignIn'),
			requested(email, { recordId: 'mail' }),
			requested(phone, { recordId: 'first' }),
			requested(phone, { recordId: 'second' })
		]);
		expect(state.verifications.map(({ id }) => id)).toEqual(['mail', 'second']);
	});

	it('sends a stranger a code where the same code can create an account', () => {
		const { state } = after([started('SignIn'), requested(phone, { holderId: undefined })]);
		expect(codeIn(state)?.delivered).toBe(true);
	});

	it('withholds a stranger’s code where sign-up is closed, with a digest that nothing matches', () => {
		const { state, effects } = after(
			[started('SignIn'), requested(phone, { holderId: undefined })],
			withMode('SignIn')
		);
		expect(codeIn(state)?.delivered).toBe(false);
		expect(effects.map(({ type }) => type)).toEqual(['issue-secret', 'record']);
		expect(effects[0]).toMatchObject({ digest: 'impossible' });
	});

	it('refuses an identifier that is not offered', () => {
		const phoneOnly: Settings = {
			...defaultSettings,
			signIn: { methods: defaultSettings.signIn.methods.slice(0, 1) },
			signUp: { identifiers: ['phone'], password: false, verify: true }
		};
		expect(problemAfter([started('SignIn'), requested(email)], phoneOnly)).toBe('user.sign_in_method_not_enabled');
		expect(problemAfter([started('Register'), requested(email)], phoneOnly)).toBe('user.sign_up_method_not_enabled');
	});
});

describe('checking a code', () => {
	it.each([
		['mismatch', 'verification_code.code_mismatch'],
		['expired', 'verification_code.expired'],
		['exhausted', 'verification_code.exceed_max_try'],
		['consumed', 'verification_code.not_found'],
		['missing', 'verification_code.not_found']
	] as const)('answers %s with %s and proves nothing', (outcome, code) => {
		const { problem, state } = after([started('SignIn'), requested(), { ...accepted, outcome } as Event]);
		expect(problem?.code).toBe(code);
		expect(codeIn(state)?.verified).toBe(false);
	});

	it('says how many tries are left', () => {
		const wrong = { ...accepted, outcome: 'mismatch', attemptsLeft: 3 } as Event;
		expect(after([started('SignIn'), requested(), wrong]).problem?.data).toEqual({ attemptsLeft: 3 });
	});

	it('knows only the newest record', () => {
		const older = { ...accepted, recordId: 'older' } as Event;
		expect(problemAfter([started('SignIn'), requested(), older])).toBe('session.verification_session_not_found');
	});
});

describe('identification at sign-in', () => {
	const proven = [started('SignIn'), requested(), accepted];

	it('recognises the account that holds the identifier', () => {
		expect(after([...proven, identified(ada)]).state.userId).toBe('ada');
	});

	it('needs a verified record of this interaction', () => {
		expect(problemAfter([started('SignIn'), requested(), identified(ada)])).toBe('session.verification_failed');
		expect(problemAfter([...proven, identified(ada, 'other')])).toBe('session.verification_session_not_found');
		expect(problemAfter([...proven, { ...identified(ada), verificationId: undefined } as Event])).toBe(
			'guard.invalid_input'
		);
	});

	it('keeps the proof of a stranger, who may go on to create an account', () => {
		const unknown = after([...proven, identified()]);
		expect(unknown.problem).toMatchObject({ code: 'user.user_not_exist', data: { identifier: phone } });
		const created = after(
			[{ type: 'event-changed', event: 'Register' }, identified(), submitted()],
			undefined,
			unknown.state
		);
		expect(created.problem).toBeUndefined();
		expect(created.effects[0]).toMatchObject({ type: 'create-user', user: { id: 'new', primaryPhone: phone.value } });
	});

	it('refuses a suspended account and a second person', () => {
		expect(problemAfter([...proven, identified({ ...ada, isSuspended: true })])).toBe('user.suspended');
		expect(problemAfter([...proven, identified(ada), identified({ ...ada, id: 'eve' })])).toBe(
			'session.identity_conflict'
		);
	});
});

describe('identification at registration', () => {
	const proven = [started('Register'), requested(), accepted];

	it('refuses an identifier that somebody has, and sign-in goes on with the same proof', () => {
		const taken = after([...proven, identified(ada)]);
		expect(taken.problem?.code).toBe('user.phone_already_in_use');
		const signedIn = after(
			[{ type: 'event-changed', event: 'SignIn' }, identified(ada), submitted(ada)],
			undefined,
			taken.state
		);
		expect(signedIn.state.finished?.userId).toBe('ada');
	});

	it('asks for what the settings demand beside the proof', () => {
		const demanding: Settings = {
			...defaultSettings,
			signUp: { identifiers: ['username', 'phone'], password: true, verify: true }
		};
		expect(after([...proven, identified()], demanding).problem).toMatchObject({
			code: 'user.missing_profile',
			data: { missingProfile: ['username', 'password'] }
		});
	});
});

describe('submitting', () => {
	const known = [started('SignIn'), requested(), accepted, identified(ada)];

	it('finishes once and answers the same again', () => {
		const first = after([...known, submitted(ada)]);
		const done = ['stamp-sign-in', 'finish', 'record', 'remember-account'];
		expect(first.effects.map(({ type }) => type)).toEqual(done);
		const again = transition(first.state, submitted(ada), defaultSettings);
		expect(again).toEqual({ state: first.state, effects: [] });
	});

	it('tells how the person proved who they are', () => {
		expect(after([...known, submitted(ada)]).effects[1]).toMatchObject({ type: 'finish', amr: ['sms'] });
	});

	it('proves the contact that the code was sent to, and no other', () => {
		const unproven: User = { ...ada, primaryEmail: email.value, unproven: ['email', 'phone'] };
		const { effects } = after([...known.slice(0, 3), identified(unproven), submitted(unproven)]);
		expect(effects[1]).toEqual({
			type: 'prove-contacts',
			userId: 'ada',
			contacts: [{ type: 'phone', value: ada.primaryPhone }]
		});
	});

	it('looks at the account as it is now', () => {
		expect(problemAfter([...known, submitted({ ...ada, isSuspended: true })])).toBe('user.suspended');
		expect(problemAfter([...known, submitted(undefined)])).toBe('user.user_not_exist');
	});

	it('looks at the settings as they are now', () => {
		const identifiedNewcomer = after([started('Register'), requested(), accepted, identified()]).state;
		expect(transition(identifiedNewcomer, submitted(), withMode('SignIn'))).toMatchObject({
			problem: { code: 'auth.forbidden' },
			effects: [{ type: 'record', error: 'auth.forbidden' }]
		});
	});

	it('needs somebody', () => {
		expect(problemAfter([started('SignIn'), requested(), accepted, submitted(ada)])).toBe(
			'session.identifier_not_found'
		);
	});

	it('ends the interaction for everything else', () => {
		expect(problemAfter([...known, submitted(ada), requested()])).toBe('session.not_found');
		expect(problemAfter([...known, submitted(ada), started('SignIn')])).toBe('session.not_found');
	});

	it('cannot be reached by changing the event after identification', () => {
		expect(problemAfter([...known, { type: 'event-changed', event: 'Register' }, submitted(ada)])).toBe(
			'session.identifier_not_found'
		);
	});
});
