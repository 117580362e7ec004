// Hands a code over and writes down what became of it. Goes on when nobody waits for it any more.
import type { Message, OutboxEntry, Sent, Services } from './ports.ts';
import type { Held } from './take-sends.ts';

export type Parcel = {
	/** The verification's. */
	id: string;
	carries: 'sms' | 'email';
	message: Message;
	createdAt: number;
	/** What goes back when the message was provably not accepted. */
	taken?: Held | undefined;
};

type Parts = Pick<Services, 'messenger' | 'store' | 'clock' | 'background'>;

export async function deliverCode(services: Parts, parcel: Parcel): Promise<Sent> {
	const { messenger, store, clock, background } = services;
	const sent = await messenger.send(parcel.carries, parcel.message);
	// Whoever waits needs to hear of it, and not that it is on disk.
	background.run('outcome not written', store.outbox.settle(entryOf(sent, parcel, clock.now())));
	if (isRefused(sent)) await returnTaken(sent, parcel.taken);
	else if (!sent.ok) await parcel.taken?.doubt();
	return sent;
}

/** A vendor's own limit becomes ours: until it ends nobody runs into it again, and the page says when. */
async function returnTaken(
	{ reason, retryAfter }: Extract<Sent, { ok: false }>,
	taken: Held | undefined
): Promise<void> {
	if (reason === 'rate-limited' && retryAfter) await taken?.block(retryAfter);
	else await taken?.giveBack();
}

/** A code for nobody leaves the same trace, or the trace would tell. */
export async function withholdCode({ store, clock }: Parts, { id, carries, createdAt }: Parcel): Promise<void> {
	await store.outbox.settle({ id, carries, state: 'accepted', createdAt, settledAt: clock.now() });
}

/** A message that may have been accepted counts as sent: the code stays valid and the cooldown stands. */
export function isRefused(sent: Sent): sent is Extract<Sent, { ok: false }> {
	return !sent.ok && sent.reason !== 'unconfirmed';
}

function entryOf(sent: Sent, { id, carries, createdAt }: Parcel, settledAt: number): OutboxEntry {
	const known = { id, carries, connectorId: sent.sentBy, createdAt, settledAt };
	if (sent.ok) return { ...known, state: 'accepted', vendorId: sent.vendorId };
	const { reason, detail, retryAfter } = sent;
	const retryAt = retryAfter === undefined ? undefined : settledAt + retryAfter * 1000;
	return { ...known, state: isRefused(sent) ? 'refused' : 'unknown', reason, detail, retryAt };
}
