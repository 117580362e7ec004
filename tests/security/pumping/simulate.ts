// A day of honest people and of attacks, with the guards on or off: what it cost, and who came in.
import type { Attack } from './attacks.ts';
import { createChance } from './chance.ts';
import { invite, type Honest } from './people.ts';
import { ask, openVisit, phoneSpeed } from './visit.ts';
import { openWorld, type World } from './world.ts';

/** What the honest live on, and three countries that a shop may well serve: an attacker goes where messages are sent. */
export const guarded = { allowedCountries: ['CN', 'GB', 'SG', 'HK'] };

const always = [{ count: 1_000_000, seconds: 3600 }];
export const unguarded = {
	allowedCountries: ['*'],
	sendPolicy: {
		perIdentifier: [{ count: 1, seconds: 60 }],
		...{ perIp: always, perPrefix: always, perCountry: always, perApplication: always, perInstallation: always },
		breaker: { minimum: 1_000_000, pauseFrom: 1_000_000 },
		cost: { perDay: 10_000_000 }
	}
};

/**
 * `minutes` is how long each attack lasts; `luck` deals the cards anew: other people, other numbers, in another order.
 */
export type Scale = { minutes: number; attemptsPerMinute: number; honestPerHour: number; luck?: number };
/** What the numbers that an attack asked for cost, in units of money, and how many messages that were. */
export type Cost = { attack: string; money: number; messages: number };
export type Outcome = { costs: Cost[]; people: Honest[] };

const day = 24 * 60;
/** The first attack begins when the honest have been coming for a while. */
const quiet = 4 * 60;

/** One attack after the other, evenly over the rest of the day. */
export async function simulateDay(attacks: Attack[], settings: object, scale: Scale): Promise<Outcome> {
	const world = await openWorld({ ...settings });
	const { luck = 0, minutes, honestPerHour } = scale;
	const begins = attacks.map((_, place) => quiet + (place * (day - quiet)) / attacks.length);
	try {
		const people = await invite(world, createChance(7 + luck), { perHour: honestPerHour, minutes: day });
		const targets = attacks.map((attack, place) => {
			const chance = createChance(20_260_101 + luck + place);
			return launch(world, (index) => attack.next(chance, index), { ...scale, begin: begins[place] ?? 0 });
		});
		await world.run();
		for (const person of people) {
			person.isAttacked = begins.some((begin) => person.at >= begin && person.at < begin + minutes);
		}
		const costs = attacks.map(({ name }, place) => ({
			attack: name,
			...world.spent((phone) => targets[place]?.has(phone) ?? false)
		}));
		return { costs, people };
	} finally {
		await world.close();
	}
}

type Launch = Scale & { begin: number };

/** Answers the numbers that it asks for; the set fills while the world runs. */
function launch(world: World, next: (index: number) => { phone: string; ip: string }, scale: Launch): Set<string> {
	const { begin, minutes, attemptsPerMinute } = scale;
	const targets = new Set<string>();
	const attempt = async (index: number) => {
		if (index + 1 < minutes * attemptsPerMinute) world.later(60_000 / attemptsPerMinute, () => attempt(index + 1));
		const { phone, ip } = next(index);
		targets.add(phone);
		// Ten times as fast as a phone; every second one comes without script and only has to wait.
		const visit = await openVisit(world, { ip, hashesPerSecond: phoneSpeed * 10, runsScript: index % 2 === 0 });
		await ask(world, visit, { type: 'phone', value: phone }, async () => {});
	};
	world.later(begin * 60_000, () => attempt(0));
	return targets;
}

/** The share that came in that way, of those who did not leave by themselves. */
export function successOf(
	people: Honest[],
	ways: Honest['outcome'][],
	matches: (person: Honest) => boolean = () => true
): number {
	const stayed = people.filter((person) => person.outcome && matches(person));
	return stayed.filter(({ outcome }) => ways.includes(outcome)).length / stayed.length;
}

export const isMember = ({ kind }: Honest) => kind === 'member';
export const isNewcomer = ({ kind }: Honest) => kind === 'newcomer';
export const byText: Honest['outcome'][] = ['by text message'];
/** With everything that the page offers to somebody, mail included. */
export const anyWay: Honest['outcome'][] = ['by text message', 'by mail'];
