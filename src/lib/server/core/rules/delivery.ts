// What became of a message, as far as anybody knows. The code is not part of it, and neither is the recipient.

/** `unknown`: it may have been accepted, or not. Nothing is sent again by itself. */
export type DeliveryState = 'pending' | 'accepted' | 'refused' | 'unknown';

/** Longer than any delivery takes: whoever was at it then is gone. */
const pendingMs = 30_000;

/** Of a message of which nothing is written down yet. A process that ends in the middle leaves it so for ever. */
export function stateWithoutOutcome(sentAt: number, at: number): DeliveryState {
	return sentAt + pendingMs <= at ? 'unknown' : 'pending';
}
