// While messages are scarce: who is served from what is kept back, and what shows of it.
import { count, giveBack, look, take, type Change } from '../core/rules/sends/changes.ts';
import { drawnByMembers, type Meter, type Sending } from '../core/rules/sends/meters.ts';
import { countServed, type Neighbours } from '../core/rules/sends/neighbours.ts';
import { isReserveLeft, type Verdict } from '../core/rules/sends/verdict.ts';
import type { Services } from './ports.ts';

export type Described = Sending & { neighbours: Neighbours | undefined };

type Draw = {
	id: string;
	at: number;
	/** The account that has the recipient. */
	holderId: string | undefined;
	/** What was counted for it so far, but for the pool. */
	undo: Change[];
	pool: Meter[];
	reserve: Meter[];
	verdict: Extract<Verdict, { type: 'scarce' }>;
	sending: Described;
	/** Whether codes come back where it was asked from: that makes everybody who asks from there a member. */
	isNearby: boolean;
};

/** `returned`: what is added when its message is not sent after all. */
type Drawn = { isServed: boolean; returned: Change[] };

/** An operator hears of the same once in this long. */
const alertSeconds = 3600;

/**
 * Whether this one is served. Strangers and people with an account get the same answer after the same statements: what a
 * stranger is not sent must not tell the two apart. What is drawn shows nowhere but in the message itself.
 */
export async function drawOnReserve(services: Services, draw: Draw): Promise<Drawn> {
	const { store, settings } = services;
	const { undo, pool, reserve, verdict, isNearby, at } = draw;
	const isEntitled = draw.holderId !== undefined || isNearby;
	const { neighbours } = draw.sending;
	const drawn = drawnByMembers(pool, reserve, verdict.full);
	const tallies = await countScarce(services, draw, [
		...undo,
		...giveBack(isEntitled ? verdict.full : pool, draw),
		...look([...pool, ...reserve], draw),
		...(isEntitled ? take(drawn.reserve, draw) : []),
		...(isNearby && neighbours ? [countServed(neighbours, await settings(), at, 1)] : [])
	]);

	const isLeft = isReserveLeft(drawn.reserve, tallies, { id: draw.id, at, isTaken: isEntitled });
	const meters = [...drawn.pool, ...drawn.reserve];
	if (!isLeft) await store.budgets.count(isEntitled ? giveBack(meters, draw) : look(meters, draw));
	const isServed = isEntitled && isLeft;
	return { isServed, returned: isServed ? giveBack(meters, draw) : [] };
}

/** Counts, and tells the operator once an hour what is used up: also where nobody is served from a reserve. */
export async function countScarce(
	{ store, log }: Pick<Services, 'store' | 'log'>,
	{ verdict, sending: { country, prefix }, at }: Pick<Draw, 'verdict' | 'sending' | 'at'>,
	changes: Change[]
) {
	const cause = verdict.causes.join();
	const alert = `send:alert:${cause}:${country ?? ''}`;
	const tallies = await store.budgets.count([...changes, count(alert, alertSeconds, at, { sent: 1 })]);
	if (tallies.get(alert)?.current === 1) log.error('sends.scarce', { cause, country, prefix });
	return tallies;
}
