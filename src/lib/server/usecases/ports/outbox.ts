// What became of each message that was to be sent: its state, never its code and never to whom.
import type { DeliveryState } from '../../core/rules/delivery.ts';
import type { ConnectorRecord } from './connectors.ts';
import type { DeliveryFailure } from './messages.ts';

export type OutboxEntry = {
	/** That of the verification: each code is one message. Without an entry the message is pending. */
	id: string;
	carries: ConnectorRecord['carries'];
	state: Exclude<DeliveryState, 'pending'>;
	/** The configured connector that had the last word. */
	connectorId?: string;
	/** What delivery receipts call the message. */
	vendorId?: string;
	reason?: DeliveryFailure;
	/** The vendor's code. */
	detail?: string;
	/** Epoch milliseconds from which trying again makes sense, where somebody said so. */
	retryAt?: number;
	/** When the code was made, and when the message's fate was known. */
	createdAt: number;
	settledAt: number;
};

/** What a vendor says later of a message that it had accepted. */
export type Receipt = {
	/** As in the outbox entry. */
	vendorId: string;
	arrived: boolean;
	/** The vendor's word for it, such as `DELIVERED`. */
	code: string;
	at: number;
};

/** How many messages of one kind ended alike. */
export type OutboxSum = Pick<OutboxEntry, 'carries' | 'state' | 'connectorId' | 'reason'> & {
	/** Of accepted ones; undefined where no receipt came. */
	receipt?: 'arrived' | 'failed';
	receiptCode?: string;
	count: number;
};

export type OutboxStore = {
	/** The first word about a message counts; true when this was it. */
	settle(entry: OutboxEntry): Promise<boolean>;
	find(ids: string[]): Promise<OutboxEntry[]>;
	/** The first receipt of a message counts; answers how many messages it was of. */
	receive(receipt: Receipt): Promise<number>;
	/** Of messages made since then. */
	sum(since: number): Promise<OutboxSum[]>;
};
