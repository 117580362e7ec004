// Honest people: they come at random, most of them have an account, some mistype, some ask again, a few leave. Who gets no
// text message in the end takes the way that the page offers besides: mail.
import type { CodeIdentifier } from '../../../src/lib/server/usecases/ports.ts';
import type { Chance } from './chance.ts';
import { ask, enter, openVisit, phoneSpeed, type Visit } from './visit.ts';
import type { World } from './world.ts';

export type Honest = {
	kind: 'member' | 'newcomer';
	/** Undefined while it is open, and for who left by themselves. */
	outcome?: 'by text message' | 'by mail' | 'kept out';
};

const newcomers = 0.1;
const longestPatience = 120;

/** `perHour` of them for `minutes`; the list fills while the world runs. */
export async function invite(world: World, chance: Chance, perHour: number, minutes: number): Promise<Honest[]> {
	const crowd: Honest[] = [];
	const end = minutes * 60_000;
	for (let at = chance.wait(3_600_000 / perHour); at < end; at += chance.wait(3_600_000 / perHour)) {
		const phone = `86${chance.pick(['135', '136', '137', '150', '158', '186'])}${chance.digits(8)}`;
		const honest: Honest = { kind: chance.happens(newcomers) ? 'newcomer' : 'member' };
		if (honest.kind === 'member') await world.register(phone);
		crowd.push(honest);
		world.later(at, () => visit(world, chance, honest, phone));
	}
	return crowd;
}

/** Carriers put many people behind few addresses. */
export const carrierAddress = (chance: Chance) => `100.64.${chance.below(40)}.${chance.below(250)}`;
/** Hardly anybody else was ever seen from there. */
const homeAddress = (chance: Chance) => `10.${chance.below(250)}.${chance.below(250)}.${chance.below(250)}`;

async function visit(world: World, chance: Chance, honest: Honest, phone: string): Promise<void> {
	const ip = chance.happens(0.75) ? carrierAddress(chance) : homeAddress(chance);
	const here = await openVisit(world, { ip, hashesPerSecond: phoneSpeed, runsScript: !chance.happens(0.03) });
	const mail = { type: 'email', value: `person${phone}@example.com` } as const;
	const giveUp = async () => void (honest.outcome = 'kept out');
	await tryWith(world, chance, here, { to: { type: 'phone', value: phone }, honest, outcome: 'by text message' }, () =>
		tryWith(world, chance, here, { to: mail, honest, outcome: 'by mail' }, giveUp)
	);
}

type Way = { to: CodeIdentifier; honest: Honest; outcome: Honest['outcome'] };

/** Asks twice, waits where a time is named that is not too long, and mistypes now and then. */
function tryWith(
	world: World,
	chance: Chance,
	here: Visit,
	{ to, honest, outcome }: Way,
	otherwise: () => Promise<void>,
	tries = 1
): Promise<void> {
	const again = () => tryWith(world, chance, here, { to, honest, outcome }, otherwise, tries + 1);
	return ask(world, here, to, async (asked) => {
		const askedAt = world.now();
		if (!asked.ok) {
			const wait = Number(asked.problem.data?.retryAfter ?? Infinity);
			if (tries > 2 || wait > longestPatience) return otherwise();
			return world.later((wait + 1) * 1000, again);
		}
		// One in twelve is distracted: the message comes, and nothing more happens.
		if (chance.happens(0.08)) return;
		world.later(15_000 + chance.below(40_000), async () => {
			const code = world.codeOf(to, askedAt);
			if (!code) return tries > 1 ? otherwise() : world.later(60_000, again);
			const { verificationId } = asked.value;
			if (chance.happens(0.1)) await enter(world, here, to, verificationId, code === '000000' ? '111111' : '000000');
			const entered = await enter(world, here, to, verificationId, code);
			honest.outcome = entered.ok ? outcome : 'kept out';
		});
	});
}
