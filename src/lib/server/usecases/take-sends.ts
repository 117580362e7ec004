// The bound on sending: everything that a message is counted by, before anything is sent, for suppressed sends alike.
import type { Problem } from '../../contract/problems.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import { countryOfPhone } from '../../contract/identifier.ts';
import type { Scarcity } from '../core/interaction/event.ts';
import type { Interaction } from '../core/interaction/state.ts';
import { isForNewcomers } from '../core/rules/codes.ts';
import { networkOf } from '../core/rules/network.ts';
import { isInvited, isProvenFor } from '../core/rules/proof-of-work.ts';
import { block, giveBack, take, type Change } from '../core/rules/sends/changes.ts';
import { conversionKeys, countConversions } from '../core/rules/sends/conversion.ts';
import { prefixOf } from '../core/rules/sends/destination.ts';
import { ownMeters, sharedMeters, type Meter } from '../core/rules/sends/meters.ts';
import { countAsked, countServed, isTrusted } from '../core/rules/sends/neighbours.ts';
import { decideSend, type Verdict } from '../core/rules/sends/verdict.ts';
import { countScarce, drawOnReserve, type Described } from './draw-on-reserve.ts';
import { neighboursOf } from './neighbours-of.ts';
import type { Caller, Services } from './ports.ts';

type Asked = {
	state: Interaction;
	identifier: CodeIdentifier;
	/** The account that has it. */
	holderId: string | undefined;
	/** Names this taking among all others. */
	id: string;
	at: number;
};

export type Taken =
	| { type: 'refused'; problem: Problem }
	| { type: 'proof-wanted'; isHard: boolean }
	/** `scarcity`: something shared was used up; whether this one is served all the same. */
	| ({ type: 'taken'; scarcity?: Shortage } & Held);

/** `retryAfter`: in how many seconds there is some again. */
type Shortage = Scarcity & { retryAfter: number };

export type Held = {
	/** The provider provably took nothing. The network does not get its unit back, the recipient does. */
	giveBack(): Promise<void>;
	/** Nobody knows whether it was sent: it stays counted, but not among the codes that should come back. */
	doubt(): Promise<void>;
	/** Gives back, and lets nobody try again for as long as the vendor takes nothing for this recipient. */
	block(seconds: number): Promise<void>;
};

/** One statement counts it all; a second one takes back what was counted in vain. Doubt refuses. */
export async function takeSends(services: Services, caller: Caller, asked: Asked): Promise<Taken> {
	const policy = await services.settings();
	const { budgets } = services.store;
	const { state, identifier, at } = asked;
	const sending = describe(services, caller, asked);
	const own = ownMeters(sending, policy);
	const { pool, reserve } = sharedMeters(sending, policy);
	const conversions = conversionKeys(sending, policy);
	const sent = (amount: number) => countConversions(conversions, policy, at, { sent: amount });
	const { neighbours } = sending;
	const asking = (amount: number) => (neighbours ? [countAsked(neighbours, at, amount)] : []);

	const tallies = await budgets.count([
		...take([...own, ...pool], asked),
		...sent(1),
		...asking(1),
		...(neighbours ? [countServed(neighbours, policy, at, 0)] : [])
	]);
	const verdict = decideSend(
		{
			...{ own, pool, conversions, tallies, id: asked.id, at },
			isProofPolicy: policy.captchaPolicy.enabled === true,
			isProven: isProvenFor(state, identifier),
			isInvited: isInvited(state.verifications)
		},
		policy
	);
	const isNearby = neighbours !== undefined && isTrusted(neighbours, tallies, policy, at);
	const isClosed = verdict.type === 'scarce' && !isNearby && isForNewcomers(state, identifier.type, policy);
	if (verdict.type === 'scarce' && !isClosed) {
		const draw = { ...asked, undo: sent(-1), pool, reserve, verdict, sending, isNearby };
		const { isServed, returned } = await drawOnReserve(services, draw);
		const scarcity = { isServed, isNearby, retryAfter: verdict.retryAfter };
		return taken(services, { asked, own, returned, doubted: [], scarcity });
	}
	const undo = [...giveBack(pool, asked), ...sent(-1)];
	if (verdict.type === 'open') return taken(services, { asked, own, returned: undo, doubted: sent(-1) });

	const back = [...giveBack(own, asked), ...undo, ...asking(-1)];
	const left = await (isClosed ? countScarce(services, { verdict, sending, at }, back) : budgets.count(back));
	// Whoever is refused all day, for one number after the other, leaves nothing behind.
	await budgets.drop(left, at);
	if (verdict.type === 'proof-wanted') return verdict;
	return { type: 'refused', problem: tooMany(verdict, isClosed) };
}

/** Recipients are stored as keyed hashes only. */
function describe({ hasher }: Services, { ip }: Caller, { identifier, state }: Asked): Described {
	const { type, value } = identifier;
	const where = type === 'phone' ? { prefix: prefixOf(value), country: countryOfPhone(value) } : {};
	return {
		neighbours: neighboursOf(ip, identifier),
		recipient: `send:to:${hasher.hmac('recipient', type, value)}`,
		network: networkOf(ip),
		clientId: state.clientId,
		...where
	};
}

type Counted = { asked: Asked; own: Meter[]; returned: Change[]; doubted: Change[]; scarcity?: Shortage };

function taken({ store }: Services, { asked, own, returned, doubted, scarcity }: Counted): Taken {
	const recipient = own.filter(({ scope }) => scope === 'recipient');
	const back = [...giveBack(recipient, asked), ...returned];
	const [first] = recipient;
	return {
		type: 'taken',
		scarcity,
		async giveBack() {
			await store.budgets.drop(await store.budgets.count(back), asked.at);
		},
		async doubt() {
			await store.budgets.count(doubted);
		},
		async block(seconds) {
			await store.budgets.count([...back, ...(first ? [block(first.key, asked.at + seconds * 1000)] : [])]);
		}
	};
}

function tooMany({ retryAfter }: Exclude<Verdict, { type: 'open' | 'proof-wanted' }>, isClosed: boolean): Problem {
	return { code: 'request.message_rate_limited', data: { retryAfter, ...(isClosed && { newcomers: true }) } };
}
