// Who has a second factor and is not asked for it this once: adaptive MFA finds nothing unusual, or the browser is trusted.
// Decided from what the account remembers, never from what a page says.
import type { Settings } from '../../../../contract/settings.ts';
import { deviceKeptMs, type Device } from '../../device.ts';

/** How somebody comes: the browser as the account remembers it, and when the account was signed in to last. */
export type Visit = { device: Device | undefined; lastSignInAt: number | undefined; at: number };

export type Risk = 'new-device' | 'long-absence';

const dayMs = 24 * 60 * 60 * 1000;
const longAbsenceMs = 30 * dayMs;

export function isExcused(visit: Visit, settings: Settings): boolean {
	if (settings.adaptiveMfa.enabled) return risksOf(visit).length === 0;
	return visit.device !== undefined && sparedUntil(visit.device, settings) > visit.at;
}

/**
 * Until when a browser spares its account the second factor, in epoch milliseconds; 0: it does not. Fewer days in the
 * settings reach browsers that are trusted already; more of them do not, for nobody there has agreed to that.
 */
export function sparedUntil(device: Device, { adaptiveMfa, trustedDevice }: Settings): number {
	if (adaptiveMfa.enabled) return device.lastUsedAt + deviceKeptMs;
	if (!trustedDevice.enabled || device.trustedAt === undefined) return 0;
	return Math.min(device.trustedUntil ?? 0, device.trustedAt + trustedDevice.durationDays * dayMs);
}

/** Contract §3.12. Countries and distances are not reckoned: nothing here knows where an address is. */
export function risksOf({ device, lastSignInAt, at }: Visit): Risk[] {
	const risks: Risk[] = [];
	if (!device || device.lastUsedAt + deviceKeptMs <= at) risks.push('new-device');
	if (lastSignInAt === undefined || lastSignInAt + longAbsenceMs <= at) risks.push('long-absence');
	return risks;
}
