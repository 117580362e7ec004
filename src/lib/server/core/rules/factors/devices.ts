// Which browsers an account remembers: all that it is signed in with while adaptive MFA asks for that, and those that
// their owner trusts after showing a second factor there.
import type { Settings } from '../../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../../interaction/decision.ts';
import type { Effect } from '../../interaction/effect.ts';
import type { Submitted } from '../../interaction/event.ts';
import { replacedGraceMs, type Device } from '../../device.ts';
import type { FactorEvent } from '../../interaction/factor-events.ts';
import { remembersNothing } from '../browser-memory.ts';
import { firstProofs } from '../verifications.ts';
import { ownerOf, whyPending, type FactorFacts } from './records.ts';
import { provenFactors } from './required.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Whether any sign-in leaves a trace of the browser, or looks for one. */
export function remembersDevices({ adaptiveMfa, trustedDevice, mfa }: Settings): boolean {
	return mfa.factors.length > 0 && (adaptiveMfa.enabled === true || trustedDevice.enabled === true);
}

type Trusted = Extract<FactorEvent, { type: 'device-trusted' }>;

/** Kept until submit, where a second factor must have been shown still. */
export function trustDevice(state: Started, { facts }: Trusted, policy: Settings): Decision {
	if (state.event === 'ForgotPassword') return refused(state, 'session.not_supported_for_forgot_password');
	const owner = ownerOf(state, facts);
	if (!owner) return refused(state, 'session.identifier_not_found');
	if (facts.user?.isSuspended) return refused(state, 'user.suspended');
	const pending = whyPending(state, facts, owner, policy);
	if (pending) return refused(state, pending.code, pending);
	return mayTrust(state, facts, policy) ? accepted({ ...state, trustsDevice: true }) : refused(state, 'auth.forbidden');
}

/** A browser is trusted for a factor that was shown in it, and never where adaptive MFA decides by itself. */
export function mayTrust(state: Started, facts: FactorFacts, policy: Settings): boolean {
	const { user, factors } = facts;
	const owner = ownerOf(state, facts);
	if (!offersTrust(state, policy) || !user || !owner) return false;
	return provenFactors(state, owner, firstProofs(state, user, factors), policy).length > 0;
}

export function offersTrust(state: Pick<Started, 'event' | 'isShared'>, policy: Settings): boolean {
	const { trustedDevice, adaptiveMfa } = policy;
	const isWanted = trustedDevice.enabled === true && adaptiveMfa.enabled !== true;
	return state.event === 'SignIn' && isWanted && !remembersNothing(state, policy);
}

/**
 * Whether a browser that was found holds what it is to hold, or what it held before: because that was replaced a moment
 * ago, or because it never showed what came instead. Anything else was replaced by what has been shown since: a copy.
 */
export function freshnessOf(
	{ digest, previousDigest, lastUsedAt }: Device,
	held: string,
	at: number
): 'current' | 'recent' | 'unanswered' | 'copied' {
	if (digest === held) return 'current';
	if (previousDigest !== held) return 'copied';
	return lastUsedAt + replacedGraceMs > at ? 'recent' : 'unanswered';
}

type Presented = Pick<Submitted, 'device' | 'heldDigest' | 'isDeviceRecent' | 'newDevice' | 'at'>;

/** `hasShown`: a second factor, in this interaction. */
export function keepDevice(
	state: Started,
	{ device, heldDigest, isDeviceRecent, newDevice, at }: Presented,
	{ userId, hasShown }: { userId: string; hasShown: boolean },
	policy: Settings
): Effect[] {
	if (!newDevice || !remembersDevices(policy) || remembersNothing(state, policy)) return [];
	const isTrusted = state.trustsDevice === true && hasShown && offersTrust(state, policy);
	// Another tab has just been given something new for this browser.
	if (isDeviceRecent && !isTrusted) return [];
	const trust = isTrusted ? { trustedAt: at, trustedUntil: at + policy.trustedDevice.durationDays * dayMs } : device;
	const isKept = (trust?.trustedUntil ?? 0) > at;
	if (policy.adaptiveMfa.enabled !== true && !isKept) return [];
	const { trustedAt, trustedUntil } = (isKept && trust) || {};
	const replaces = device && { ...device, heldDigest: heldDigest ?? device.digest };
	return [
		{ type: 'keep-device', userId, replaces, device: { ...newDevice, trustedAt, trustedUntil }, at },
		{ type: 'hand-over-device', userId, deviceId: device?.id ?? newDevice.id },
		...(isTrusted ? [{ type: 'record', key: 'TrustedDevice.Created', userId } as const] : [])
	];
}
