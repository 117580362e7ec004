// Honest people: they come at random, most of them have an account, some mistype, some ask again, a few leave. Who gets no
// text message in the end takes the way that the page offers besides, where they have it: mail.
import type { CodeIdentifier } from '../../../src/lib/server/usecases/ports.ts';
import type { Chance } from './chance.ts';
import { britishNumber, homeNumber, rowNumber } from './numbers.ts';
import { ask, enter, openVisit, phoneSpeed, type Visit } from './visit.ts';
import type { World } from './world.ts';

export type Honest = {
	kind: 'member' | 'newcomer';
	hasMail: boolean;
	/** When they come, in minutes of the day. */
	at: number;
	/** Whether an attack goes on then. */
	isAttacked?: boolean;
	/** Undefined while it is open, and for who left by themselves. */
	outcome?: 'by text message' | 'by mail' | 'kept out';
};

const newcomers = 0.1;
const mailOwners = 0.9;
const longestPatience = 120;

type Crowd = { perHour: number; minutes: number };

/** The outcomes are known when the world has run. */
export async function invite(world: World, chance: Chance, { perHour, minutes }: Crowd): Promise<Honest[]> {
	const crowd: Honest[] = [];
	const end = minutes * 60_000;
	for (let at = chance.wait(3_600_000 / perHour); at < end; at += chance.wait(3_600_000 / perHour)) {
		const phone = someNumber(chance);
		const hasMail = chance.happens(mailOwners);
		const kind = chance.happens(newcomers) ? 'newcomer' : 'member';
		const honest: Honest = { kind, hasMail, at: at / 60_000 };
		if (honest.kind === 'member') await world.register(phone, hasMail ? mailOf(phone) : undefined);
		crowd.push(honest);
		world.later(at, () => visit(world, chance, honest, phone));
	}
	return crowd;
}

/** All of them among numbers that are attacked: one in ten where the numbers in a row lie, one in ten abroad. */
function someNumber(chance: Chance): string {
	const where = chance.below(10);
	if (where === 0) return rowNumber(chance.below(20_000));
	return where === 1 ? britishNumber(chance) : homeNumber(chance);
}

const mailOf = (phone: string) => `person${phone}@example.com`;

/** Carriers put many people behind few addresses. */
export const carrierAddress = (chance: Chance) => `100.64.${chance.below(40)}.${chance.below(250)}`;
/** Hardly anybody else was ever seen from there. */
const homeAddress = (chance: Chance) => `10.${chance.below(250)}.${chance.below(250)}.${chance.below(250)}`;

async function visit(world: World, chance: Chance, honest: Honest, phone: string): Promise<void> {
	const ip = chance.happens(0.75) ? carrierAddress(chance) : homeAddress(chance);
	// Half of those who are new know it, and press the button for it.
	const event = honest.kind === 'newcomer' && chance.happens(0.5) ? 'Register' : 'SignIn';
	const visitor = { ip, hashesPerSecond: phoneSpeed, runsScript: !chance.happens(0.03) };
	const here = await openVisit(world, visitor, event);
	const giveUp = async () => void (honest.outcome = 'kept out');
	const mail = { type: 'email', value: mailOf(phone) } as const;
	const byMail = () => tryWith(world, chance, here, { to: mail, honest, outcome: 'by mail' }, giveUp);
	const byText = { to: { type: 'phone', value: phone }, honest, outcome: 'by text message' } as const;
	await tryWith(world, chance, here, byText, honest.hasMail ? byMail : giveUp);
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
