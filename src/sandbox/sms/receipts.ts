// What became of every accepted SMS: asked for by QuerySendDetails, and pushed.
import type { Delivery } from '../gateway/action.ts';
import type { Schedule } from '../schedule.ts';

export type Receipt = {
	/** Of the international product, whose messages have a list and receipts of their own. */
	isAbroad?: boolean;
	bizId: string;
	digits: string;
	templateCode: string;
	outId: string;
	content: string;
	sentAt: number;
	/** Undefined while the message has not arrived, and for ever when it never will. */
	receivedAt?: number;
	failure?: string;
};

export type Receipts = {
	add(receipt: Receipt): void;
	/** Newest first. */
	find(matches: (receipt: Receipt) => boolean): Receipt[];
	/** Without a test, everything. */
	clear(isMeant?: (digits: string) => boolean): void;
};

const capacity = 2000;

export function createReceipts(): Receipts {
	let receipts: Receipt[] = [];
	return {
		add(receipt) {
			receipts = [receipt, ...receipts].slice(0, capacity);
		},
		find: (matches) => receipts.filter(matches),
		clear(isMeant = () => true) {
			receipts = receipts.filter(({ digits }) => !isMeant(digits));
		}
	};
}

export type Following = {
	receipts: Receipts;
	schedule: Schedule;
	now(): number;
	/** Told when it is known whether a message arrived. */
	settled?(receipt: Receipt): void;
};

/** From an accepted message to its end: `arrive` puts it where it is read. */
export function follow(
	{ receipts, schedule, now, settled }: Following,
	sent: Omit<Receipt, 'failure' | 'receivedAt'>,
	delivery: Delivery,
	arrive: () => void
): void {
	const failure = delivery.arrives ? undefined : (delivery.receipt ?? 'MOBILE_NOT_ON_SERVICE');
	const receipt: Receipt = { ...sent, failure };
	receipts.add(receipt);
	if (!delivery.arrives) return settled?.(receipt);
	const end = () => {
		receipt.receivedAt = now();
		arrive();
		settled?.(receipt);
	};
	schedule(delivery.afterMs, end, receipt.digits);
}
