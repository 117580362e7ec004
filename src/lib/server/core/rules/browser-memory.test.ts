import { describe, expect, it } from 'vitest';
import {
	ada,
	digest,
	emailCode,
	interactionWith,
	link,
	now,
	open,
	password,
	phoneCode
} from '../../../../../tests/support/interaction-states.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { Submitted } from '../interaction/event.ts';
import type { Interaction } from '../interaction/state.ts';
import { transition } from '../interaction/transition.ts';
import { keepDevice, offersTrust } from './factors/devices.ts';

const signIn: Partial<Interaction> = { event: 'SignIn', userId: 'ada', verifications: [phoneCode()] };

function submit(state: Partial<Interaction>, policy: Partial<Settings> = {}) {
	const user = state.event === 'Register' ? undefined : ada;
	const event: Submitted = { type: 'submitted', user, factors: [], redirectTo: '/next', at: now };
	return transition(interactionWith(state), event, { ...open, ...policy });
}
const kept = (state: Partial<Interaction>, policy?: Partial<Settings>) =>
	submit(state, policy).effects.filter(({ type }) => type.endsWith('-account') || type === 'forget-accounts');

describe('a browser that somebody has signed in with', () => {
	it.each([
		['a texted code', [phoneCode()], 'code'],
		['a mailed code', [emailCode()], 'code'],
		['a link', [link], 'code'],
		['a password', [password], 'password']
	])('remembers the account, and %s', (_what, verifications, way) => {
		const identifier = verifications[0]?.identifier;
		const account = { type: 'remember-account', userId: 'ada', identifier, way, at: now };
		expect(kept({ ...signIn, verifications })).toEqual([account]);
		expect(submit({ ...signIn, verifications }).effects).not.toContainEqual(
			expect.objectContaining({ isTransient: true })
		);
	});

	it('remembers an account that was made with a name and a password', () => {
		const profile = { username: 'daiyu', passwordDigest: digest };
		const signUp: Settings['signUp'] = { identifiers: ['username'], password: true, verify: false };
		expect(kept({ event: 'Register', newUserId: 'new', profile }, { signUp })).toEqual([
			expect.objectContaining({ userId: 'new', identifier: { type: 'username', value: 'daiyu' }, way: 'password' })
		]);
	});
});

describe('a browser that others use, too', () => {
	const shared = { isShared: true } as const;

	it.each([
		['somebody said so', { ...signIn, ...shared }, {}],
		[
			'somebody new said so',
			{
				event: 'Register',
				newUserId: 'new',
				profile: { primaryPhone: phoneCode().identifier.value },
				verifications: [phoneCode()],
				...shared
			},
			{}
		],
		['the settings say so', signIn, { browserMemory: 'Never' }]
	] satisfies [string, Partial<Interaction>, Partial<Settings>][])(
		'forgets what it knew, and its session ends with it, where %s',
		(_who, state, policy) => {
			expect(kept(state, policy)).toEqual([{ type: 'forget-accounts' }]);
			expect(submit(state, policy).effects).toContainEqual(
				expect.objectContaining({ type: 'finish', isTransient: true })
			);
		}
	);

	it('is trusted by nobody', () => {
		const mfa: Settings['mfa'] = { factors: ['Totp'], policy: 'UserControlled' };
		const policy: Settings = { ...open, mfa, trustedDevice: { enabled: true, durationDays: 30 } };
		const state = { ...interactionWith({ ...signIn, trustsDevice: true }), event: 'SignIn' as const };
		const device = { newDevice: { id: 'd', digest: 'd', userAgent: '' }, at: now };
		const who = { userId: 'ada', hasShown: true };
		expect(offersTrust(state, policy)).toBe(true);
		expect(keepDevice(state, device, who, policy).map(({ type }) => type)).toContain('keep-device');
		expect(offersTrust({ ...state, ...shared }, policy)).toBe(false);
		expect(keepDevice({ ...state, ...shared }, device, who, policy)).toEqual([]);
		expect(offersTrust(state, { ...policy, browserMemory: 'Never' })).toBe(false);
	});

	it('may be said before anything is begun, outlives every beginning and a recovery, and can be taken back', () => {
		const say = (state: Interaction, isShared: boolean) =>
			transition(state, { type: 'computer-shared', isShared }, open).state;
		const said = say(interactionWith({}), true);
		expect(said.isShared).toBe(true);
		const begun = transition(said, { type: 'started', event: 'SignIn', keepVerifications: false }, open).state;
		expect(begun).toMatchObject({ event: 'SignIn', isShared: true });
		const recovered = submit({
			event: 'ForgotPassword',
			userId: 'ada',
			profile: { passwordDigest: digest },
			verifications: [phoneCode()],
			...shared
		});
		expect(recovered.state).toEqual(interactionWith(shared));
		expect(say(said, false).isShared).toBeUndefined();
		// Nothing to save.
		expect(say(begun, true)).toBe(begun);
	});
});
