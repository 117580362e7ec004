// How many verification messages a mainland number may get: rolling windows, counted when the send is accepted.
import { problem, type Problem } from '../gateway/problem.ts';

/** `Infinity` switches a window off. */
export type Limits = {
	/** For each pair of signature and number. */
	perMinute: number;
	perHour: number;
	perDay: number;
	/** For each number, over all signatures. */
	perNumberPerDay: number;
};

export const aliyunLimits: Limits = { perMinute: 1, perHour: 5, perDay: 10, perNumberPerDay: 40 };

export const noLimits: Limits = {
	perMinute: Infinity,
	perHour: Infinity,
	perDay: Infinity,
	perNumberPerDay: Infinity
};

export type Frequency = {
	/** What stops these numbers from being sent to now, if anything does. */
	check(signName: string, numbers: string[], at: number): Problem | undefined;
	count(signName: string, numbers: string[], at: number): void;
	/** Without a test, everything. */
	clear(isMeant?: (number: string) => boolean): void;
};

type Send = { signName: string; at: number };

const mostNumbers = 20_000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `shiftOf` says how far ahead of the others a number's time is. */
export function createFrequency(limits: Limits, shiftOf: (number: string) => number = () => 0): Frequency {
	const sendsTo = new Map<string, Send[]>();

	const countSince = (number: string, from: number, signName?: string) =>
		(sendsTo.get(number) ?? []).filter((send) => send.at > from && (!signName || send.signName === signName)).length;

	return {
		check(signName, numbers, realAt) {
			const windows = [
				{ name: '分钟级', span: minute, permits: limits.perMinute, signName },
				{ name: '小时级', span: hour, permits: limits.perHour, signName },
				{ name: '天级', span: day, permits: limits.perDay, signName },
				{ name: '天级', span: day, permits: limits.perNumberPerDay, signName: undefined }
			];
			const full = windows.find((window) =>
				numbers.some(
					(number) => countSince(number, realAt + shiftOf(number) - window.span, window.signName) >= window.permits
				)
			);
			if (!full) return undefined;
			return problem('isv.BUSINESS_LIMIT_CONTROL', { message: `触发${full.name}流控Permits:${full.permits}` });
		},
		count(signName, numbers, realAt) {
			for (const number of numbers) {
				const at = realAt + shiftOf(number);
				const recent = (sendsTo.get(number) ?? []).filter((send) => send.at > at - day);
				// Deleted first, so that the map stays in the order of the last send and the oldest is dropped first.
				sendsTo.delete(number);
				sendsTo.set(number, [...recent, { signName, at }]);
			}
			for (const number of sendsTo.keys()) {
				if (sendsTo.size <= mostNumbers) break;
				sendsTo.delete(number);
			}
		},
		clear(isMeant = () => true) {
			for (const number of [...sendsTo.keys()].filter(isMeant)) sendsTo.delete(number);
		}
	};
}
