// What became of every accepted SMS, for QuerySendDetails.

export type Receipt = {
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
