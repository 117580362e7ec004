// How many of the codes of the last while came back, by country: what the breaker sees.
import { conversionCountries, conversionCountry } from '../core/rules/sends/conversion.ts';
import { convertedIn, countIn } from '../core/rules/sends/tally.ts';
import type { Services } from './ports.ts';

export type Converted = { country: string; sent: number; entered: number };

export async function readConversions({
	store,
	settings,
	clock
}: Pick<Services, 'store' | 'settings' | 'clock'>): Promise<Converted[]> {
	const policy = await settings();
	const { seconds } = policy.sendPolicy.breaker;
	const at = clock.now();
	const tallies = await store.budgets.list(conversionCountries);
	return [...tallies]
		.flatMap(([key, tally]) => {
			const country = conversionCountry(key, policy);
			const sent = Math.round(countIn(tally, seconds, at));
			const entered = Math.round(convertedIn(tally, seconds, at));
			return country ? [{ country, sent, entered }] : [];
		})
		.filter(({ sent, entered }) => sent + entered > 0)
		.toSorted((one, other) => other.sent - one.sent);
}
