import { describe, expect, it } from 'vitest';
import {
	factor,
	totpProof,
	mfa,
	adaptive,
	trusting,
	known,
	newDevice,
	type Situation,
	submitSignIn
} from '../../../../../../tests/support/factor-situations.ts';
import { interactionWith, now, open, password } from '../../../../../../tests/support/interaction-states.ts';
import { transition } from '../../interaction/transition.ts';
import { freshnessOf } from './devices.ts';

describe('what a browser shows', () => {
	const device = { ...known, digest: 'newest', previousDigest: 'before', lastUsedAt: now };
	it.each([
		['newest', 0, 'current'],
		['newest', 90_000, 'current'],
		['before', 29_999, 'recent'],
		['before', 30_000, 'unanswered'],
		['older', 0, 'copied']
	])('%s after %i ms is %s', (held, after, as) => {
		expect(freshnessOf(device, held, now + after)).toBe(as);
	});
});

describe('the browser of a sign-in', () => {
	const kept = (situation: Situation) =>
		submitSignIn(situation).effects.find((effect) => effect.type === 'keep-device');
	const shown = { factors: [factor('Totp')], proven: [totpProof] };
	const trusts = { state: { trustsDevice: true as const } };
	const month = now + 30 * 24 * 60 * 60 * 1000;

	it('is remembered where its owner trusts it, for as long as the settings say', () => {
		expect(kept({ policy: trusting('Totp'), ...shown, ...trusts })).toMatchObject({
			replaces: undefined,
			device: { ...newDevice, trustedAt: now, trustedUntil: month }
		});
	});

	it('is remembered no longer for being used', () => {
		const device = { ...known, trustedAt: now - 1, trustedUntil: now + 1 };
		expect(kept({ policy: trusting('Totp'), factors: [factor('Totp')], device })).toMatchObject({
			replaces: device,
			device: { ...newDevice, trustedAt: now - 1, trustedUntil: now + 1 }
		});
	});

	it('is remembered without trust where adaptive MFA looks for it', () => {
		const found = kept({ policy: adaptive('Totp'), ...shown, ...trusts });
		expect(found).toMatchObject({ device: { ...newDevice, trustedUntil: undefined } });
	});

	it.each([
		['nobody asked for it', { policy: trusting('Totp'), ...shown }],
		['it is switched off', { policy: mfa('NoPrompt', 'Totp'), ...shown, ...trusts }],
		['no factor was shown', { policy: trusting('PhoneVerificationCode'), user: { primaryPhone: undefined }, ...trusts }]
	] satisfies [string, Situation][])('leaves no trace when %s', (_situation, situation) => {
		expect(kept(situation)).toBeUndefined();
	});

	it('spares the second factor also where the optional fields were shown and the account was there already', () => {
		const device = { ...known, trustedAt: now - 1, trustedUntil: now + 1 };
		const profile = { name: 'Ada', submitted: true } as const;
		const begun = interactionWith({ event: 'Register', verifications: [password], profile });
		const { state } = transition(begun, { type: 'event-changed', event: 'SignIn' }, open);
		const policy = trusting('Totp');
		const situation = { policy, factors: [factor('Totp')], device, state: { ...state, userId: 'ada' } };
		const { effects, problem } = submitSignIn(situation);
		expect(problem).toBeUndefined();
		expect(effects.find((effect) => effect.type === 'stamp-sign-in')?.adds).toBeUndefined();
	});

	it('gives no proof: what was not shown is in no token', () => {
		const device = { ...known, trustedAt: now - 1, trustedUntil: now + 1 };
		const { effects } = submitSignIn({ policy: trusting('Totp'), factors: [factor('Totp')], device });
		expect(effects.find(({ type }) => type === 'finish')).toMatchObject({ amr: ['pwd'] });
	});
});
