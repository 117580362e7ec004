// One attack beside honest people, with the guards on or off: what it cost, and who came in.
import type { Attack } from './attacks.ts';
import { createChance } from './chance.ts';
import { invite, type Honest } from './people.ts';
import { ask, openVisit, phoneSpeed } from './visit.ts';
import { openWorld } from './world.ts';

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

/** `luck` deals the cards anew: other people, other numbers, in another order. */
export type Scale = { minutes: number; attemptsPerMinute: number; honestPerHour: number; luck?: number };
export type Outcome = { money: number; messages: number; people: Honest[] };

/** The attack begins when the honest have been coming for a while. */
const quietMinutes = 240;

export async function simulate(attack: Attack | undefined, settings: object, scale: Scale): Promise<Outcome> {
	const world = await openWorld({ ...settings });
	const { luck = 0 } = scale;
	const chance = createChance(20_260_101 + luck);
	const targets = new Set<string>();
	try {
		const people = await invite(world, createChance(7 + luck), scale.honestPerHour, quietMinutes + scale.minutes);
		const attempts = attack ? scale.minutes * scale.attemptsPerMinute : 0;
		for (let index = 0; attack && index < attempts; index++) {
			const { phone, ip } = attack.next(chance, index);
			targets.add(phone);
			// Ten times as fast as a phone; every second one comes without script and only has to wait.
			const visitor = { ip, hashesPerSecond: phoneSpeed * 10, runsScript: index % 2 === 0 };
			world.later(quietMinutes * 60_000 + (index * 60_000) / scale.attemptsPerMinute, async () => {
				const visit = await openVisit(world, visitor);
				await ask(world, visit, { type: 'phone', value: phone }, async () => {});
			});
		}
		await world.run();
		return { ...world.spent((phone) => targets.has(phone)), people };
	} finally {
		await world.close();
	}
}

/** The share that came in that way, of those who did not leave by themselves. */
export function successOf(people: Honest[], ways: Honest['outcome'][], kind?: Honest['kind']): number {
	const stayed = people.filter((one) => one.outcome && (!kind || one.kind === kind));
	return stayed.filter(({ outcome }) => ways.includes(outcome)).length / stayed.length;
}

/** With everything that the settings leave open, mail included. */
export const anyWay: Honest['outcome'][] = ['by text message', 'by mail'];
