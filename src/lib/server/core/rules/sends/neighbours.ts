// Neighbourhoods of the network whose codes come back. While messages are scarce, whoever asks from one is served as
// people with an account are: an attacker comes from where no code was ever entered, or soon from where few are.
import type { Settings } from '../../../../contract/settings.ts';
import { count, type Change } from './changes.ts';
import { convertedIn, countIn, type Tally } from './tally.ts';

const day = 86_400;
/** One code that came back may have been an attacker's own. */
const fewest = 2;

const keyOf = (neighbourhood: string) => `codes:near:${neighbourhood}`;
/** Of those who were served for where they came from alone. */
const servedKey = (country: string, { sendPolicy }: Settings) =>
	`codes:served:${country}/${sendPolicy.breaker.seconds}`;

export type Neighbours = { neighbourhood: string; country: string };

/** Asked for or sent: strangers and people with an account count alike, so what it says tells nobody's number. */
export function countAsked({ neighbourhood }: Neighbours, at: number, sent: number): Change {
	return count(keyOf(neighbourhood), day, at, { sent });
}

export function countServed({ country }: Neighbours, policy: Settings, at: number, sent: number): Change {
	return count(servedKey(country, policy), policy.sendPolicy.breaker.seconds, at, { sent });
}

export function countEntered({ neighbourhood, country }: Neighbours, policy: Settings, at: number, isServed: boolean) {
	const near = count(keyOf(neighbourhood), day, at, { converted: 1 });
	const { seconds } = policy.sendPolicy.breaker;
	return isServed ? [near, count(servedKey(country, policy), seconds, at, { converted: 1 })] : [near];
}

/**
 * Somebody who sits among honest people uses up what they have earned: those who are served so have to do better than
 * all others, together, or nobody is.
 */
export function isTrusted(
	{ neighbourhood, country }: Neighbours,
	tallies: ReadonlyMap<string, Tally>,
	policy: Settings,
	at: number
): boolean {
	const { seconds, minimum, share } = policy.sendPolicy.breaker;
	const near = tallies.get(keyOf(neighbourhood));
	if (!near) return false;
	const entered = convertedIn(near, day, at);
	if (entered < fewest || entered < share * (countIn(near, day, at) - 1)) return false;
	const served = tallies.get(servedKey(country, policy));
	const sent = served ? countIn(served, seconds, at) : 0;
	return !served || sent < minimum || convertedIn(served, seconds, at) >= ((1 + share) / 2) * sent;
}
