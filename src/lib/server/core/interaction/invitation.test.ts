// Where sign-up is closed, somebody invited is asked for what everybody is, and may give it; nobody else may.
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../contract/settings.ts';
import {
	digest,
	email,
	emailCode,
	interactionWith,
	link,
	now,
	open,
	phone
} from '../../../../../tests/support/interaction-states.ts';
import type { Event } from './event.ts';
import type { Verification } from './state.ts';
import { transition } from './transition.ts';

const closed: Settings = {
	...open,
	signInMode: 'SignIn',
	signUp: {
		identifiers: ['username'],
		password: true,
		verify: true,
		secondaryIdentifiers: [
			{ identifier: 'email', verify: true },
			{ identifier: 'phone', verify: true }
		]
	}
};
const username = { type: 'username', value: 'ada' } as const;
const password = { digest, issues: [] };
const code = { digest: 'right', impossibleDigest: 'never' };
const nobody = { user: undefined, holderId: undefined };

const given: [string, Event][] = [
	[
		'a code to a number',
		{ type: 'code-requested', recordId: 'r', identifier: phone, holderId: undefined, ...code, at: now }
	],
	[
		'a username and a password at once',
		{ type: 'new-identity-offered', recordId: 'r', identifier: username, isTaken: false, password, at: now }
	],
	[
		'a username',
		{ type: 'profile-offered', item: { type: 'username', value: 'ada' }, factors: [], ...nobody, at: now }
	],
	['a password', { type: 'profile-offered', item: { type: 'password', password }, factors: [], ...nobody, at: now }]
];

const strangers: [string, Verification[]][] = [
	['nobody without a link', []],
	['nobody with a code to the same address', [emailCode()]],
	['nobody whose link was made for signing in', [{ ...link, interactionEvent: 'SignIn' } as Verification]],
	['nobody whose link was made for a recovery', [{ ...link, interactionEvent: 'ForgotPassword' } as Verification]]
];

const decide = (event: Event, verifications: Verification[], policy = closed) =>
	transition(interactionWith({ event: 'Register', verifications }), event, policy);

describe.each(given)('where sign-up is closed, %s', (_what, event) => {
	it('may be had by whoever was invited', () => {
		expect(decide(event, [link]).problem).toBeUndefined();
	});

	it.each(strangers)('may be had by %s', (_who, verifications) => {
		const { problem, state, effects } = decide(event, verifications);
		expect(problem?.code).toBe('auth.forbidden');
		expect(state.verifications).toEqual(verifications);
		expect(effects).toEqual([expect.objectContaining({ type: 'record', error: 'auth.forbidden' })]);
	});
});

describe('an invitation', () => {
	it('opens no more than sign-up asks for', () => {
		const nothing: Settings = { ...closed, signUp: { identifiers: ['email'], password: false, verify: true } };
		for (const [, event] of given.slice(0, 3)) {
			expect(decide(event, [link], nothing).problem?.code).toBe('user.sign_up_method_not_enabled');
		}
	});

	it('makes no account for another address that a code was sent to', () => {
		const other = { ...emailCode(), identifier: { ...email, value: 'eve@example.com' } } as Verification;
		const identified = {
			type: 'identified',
			verificationId: 'code',
			user: undefined,
			newUserId: 'new',
			at: now
		} as const;
		expect(decide(identified, [other, { ...link, id: 'link' }]).problem?.code).toBe('auth.forbidden');
	});
});
