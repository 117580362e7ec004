import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../../contract/settings.ts';
import type { Device } from '../../device.ts';
import { isExcused, risksOf, type Visit } from './excused.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 1);
const device: Device = { id: 'd', digest: 'd', userAgent: '', createdAt: now - 100 * day, lastUsedAt: now - day };
const usual: Visit = { device, lastSignInAt: now - day, at: now };
const trust = { trustedAt: now - 29 * day, trustedUntil: now + 1 };
const trusted: Visit = { ...usual, device: { ...device, ...trust } };

describe('the risk of a sign-in', () => {
	const cases: [situation: string, Visit, risks: string[]][] = [
		['the browser is known and was there yesterday', usual, []],
		['nobody has seen the browser', { ...usual, device: undefined }, ['new-device']],
		[
			'it was not seen for three months',
			{ ...usual, device: { ...device, lastUsedAt: now - 90 * day } },
			['new-device']
		],
		['it was seen a little later', { ...usual, device: { ...device, lastUsedAt: now - 90 * day + 1 } }, []],
		['nobody has signed in for a month', { ...usual, lastSignInAt: now - 30 * day }, ['long-absence']],
		['somebody has, a little later', { ...usual, lastSignInAt: now - 30 * day + 1 }, []],
		['nobody ever has', { device: undefined, lastSignInAt: undefined, at: now }, ['new-device', 'long-absence']]
	];
	it.each(cases)('when %s', (_situation, visit, risks) => expect(risksOf(visit)).toEqual(risks));
});

describe('whoever has a second factor is excused from it', () => {
	const adaptive: Partial<Settings> = { adaptiveMfa: { enabled: true } };
	const trusting: Partial<Settings> = { trustedDevice: { enabled: true, durationDays: 30 } };
	const cases: [situation: string, Partial<Settings>, Visit, boolean][] = [
		['never by default', {}, trusted, false],
		['by adaptive MFA when nothing is unusual', adaptive, usual, true],
		['not by adaptive MFA in a new browser', adaptive, { ...usual, device: undefined }, false],
		[
			'not by adaptive MFA after long, though the browser is trusted',
			{ ...adaptive, ...trusting },
			{ ...trusted, lastSignInAt: undefined },
			false
		],
		['in a trusted browser', trusting, trusted, true],
		['however long ago that was', trusting, { ...trusted, lastSignInAt: now - 29 * day }, true],
		['not when the trust is over', trusting, { ...usual, device: { ...device, ...trust, trustedUntil: now } }, false],
		['not once fewer days are allowed', { trustedDevice: { enabled: true, durationDays: 29 } }, trusted, false],
		[
			'not longer because more of them are',
			{ trustedDevice: { enabled: true, durationDays: 365 } },
			{ ...usual, device: { ...device, ...trust, trustedUntil: now } },
			false
		],
		['not in a browser that is only known', trusting, usual, false],
		[
			'not in a trusted browser once that is switched off',
			{ trustedDevice: { enabled: false, durationDays: 30 } },
			trusted,
			false
		]
	];
	it.each(cases)('%s', (_situation, settings, visit, excused) =>
		expect(isExcused(visit, { ...defaultSettings, ...settings })).toBe(excused)
	);
});
