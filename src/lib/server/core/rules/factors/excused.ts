// Who has a second factor and is not asked for it this once: adaptive MFA finds nothing unusual, or the browser is trusted.
// Decided from what the account remembers, never from what a page says.
import type { Settings } from '../../../../contract/settings.ts';
import { deviceKeptMs, type Device } from '../../device.ts';

/** How somebody comes: the browser as the account remembers it, and when the account was signed in to last. */
export type Visit = { device: Device | undefined; lastSignInAt: number | undefined; at: number };

export type Risk = 'new-device' | 'long-absence';

const longAbsenceMs = 30 * 24 * 60 * 60 * 1000;

export function isExcused(visit: Visit, { adaptiveMfa, trustedDevice }: Settings): boolean {
	if (adaptiveMfa.enabled) return risksOf(visit).length === 0;
	const until = trustedDevice.enabled ? (visit.device?.trustedUntil ?? 0) : 0;
	return until > visit.at;
}

/** Contract §3.12. Countries and distances are not reckoned: nothing here knows where an address is. */
export function risksOf({ device, lastSignInAt, at }: Visit): Risk[] {
	const risks: Risk[] = [];
	if (!device || device.lastUsedAt + deviceKeptMs <= at) risks.push('new-device');
	if (lastSignInAt === undefined || lastSignInAt + longAbsenceMs <= at) risks.push('long-absence');
	return risks;
}
