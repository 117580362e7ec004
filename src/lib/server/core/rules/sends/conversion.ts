// How many of the codes that are sent somewhere come back: people enter them, pumping machines do not.
import type { Settings } from '../../../../contract/settings.ts';
import { count, type Change } from './changes.ts';
import type { Sending } from './meters.ts';
import { convertedIn, countIn, secondsUntilFewer, type Tally } from './tally.ts';

export type Breaker = 'closed' | 'friction' | 'open';

/** With its window: stretches of another length are counted anew, or a shorter one would never begin a new one. */
const keyOf = (scope: 'prefix' | 'country', value: string, { sendPolicy }: Settings) =>
	`codes:${scope}:${value}/${sendPolicy.breaker.seconds}`;

/** What begins the name of every country's counter. */
export const conversionCountries = 'codes:country:';

/** Whose counter it is; undefined for one of another window. */
export function conversionCountry(key: string, policy: Settings): string | undefined {
	const country = key.slice(conversionCountries.length, conversionCountries.length + 2);
	return key === keyOf('country', country, policy) ? country : undefined;
}

/** The counters of a phone number's prefix and country. */
export function conversionKeys({ prefix, country }: Pick<Sending, 'prefix' | 'country'>, policy: Settings): string[] {
	return [
		...(prefix ? [keyOf('prefix', prefix, policy)] : []),
		...(country ? [keyOf('country', country, policy)] : [])
	];
}

export function countConversions(
	keys: string[],
	{ sendPolicy }: Settings,
	at: number,
	added: { sent?: number; converted?: number }
): Change[] {
	return keys.map((key) => count(key, sendPolicy.breaker.seconds, at, added));
}

/** Few say nothing. From `minimum` on a poor share asks for proof of work, from `pauseFrom` on it pauses. */
export function breakerOf(tally: Tally, { sendPolicy }: Settings, at: number): Breaker {
	const { seconds, minimum, pauseFrom, share } = sendPolicy.breaker;
	// The message being decided on has had no chance to come back.
	const sent = countIn(tally, seconds, at) - 1;
	if (sent < minimum || convertedIn(tally, seconds, at) >= share * sent) return 'closed';
	return sent < pauseFrom ? 'friction' : 'open';
}

/** Whole seconds until so few are left in the window that it closes by itself, at the latest. */
export function secondsUntilClosed(tally: Tally, { sendPolicy }: Settings, at: number): number {
	const { seconds, pauseFrom } = sendPolicy.breaker;
	// The message being decided on is taken back.
	return secondsUntilFewer({ ...tally, current: tally.current - 1 }, pauseFrom, seconds, at);
}
