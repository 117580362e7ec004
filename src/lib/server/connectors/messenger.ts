// Hands a message to the connectors of its channel, and leaves one line a try in the log that names nobody.
import type {
	ConnectorRecord,
	ConnectorStore,
	Delivery,
	Log,
	Message,
	Messenger,
	Notice,
	Receipt,
	Refusal,
	Sent
} from '../usecases/ports.ts';
import { createBreakers } from './breakers.ts';
import { failOver } from './fail-over.ts';
import { maskRecipient } from './mask-recipient.ts';
import { createReceiptPoll } from './receipt-poll.ts';
import { allPaused, readRoutes, routesFor, type Route } from './router.ts';
import { sendThrough } from './send-through.ts';

type Channel = Route['carries'];
type Parts = {
	connectors: Pick<ConnectorStore, 'list'>;
	log: Log;
	fetch?: typeof globalThis.fetch;
	/** Epoch milliseconds. */
	now?: () => number;
	/** Hears what became of messages, where a connector is set to ask. */
	takeReceipt?: (receipt: Receipt) => Promise<unknown>;
};

export function createMessenger({
	connectors,
	log,
	fetch = globalThis.fetch,
	now = Date.now,
	takeReceipt = async () => {}
}: Parts): Messenger {
	const configured = cachedRoutes(connectors);
	const breakers = createBreakers({ log, now });
	const receipts = createReceiptPoll({ now, take: takeReceipt });

	function report(carries: Channel, message: Message | Notice, startedAt: number, delivery: Delivery, route?: Route) {
		const facts = {
			carries,
			...('code' in message ? { type: message.type, country: message.country } : { type: message.what }),
			// Not `to`: the log writes nothing of a field of that name.
			recipient: maskRecipient(message.to),
			...(route && { connector: route.id, vendor: route.connectorId }),
			ms: Math.round(performance.now() - startedAt)
		};
		if (delivery.ok) return log.info('message.accepted', { ...facts, vendorId: delivery.vendorId });
		const { reason, detail, hint }: Refusal & { hint?: string } = delivery;
		log.warn('message.failed', { ...facts, reason, detail, hint });
	}

	function watchReceipt({ parsed }: Route, { to, country }: Message, vendorId: string) {
		if (!parsed.ok || !parsed.connector.findReceipt) return;
		const { connector, config } = parsed;
		const sentAt = now();
		// Minutes may pass: the code is not held for so long.
		const asked = { vendorId, message: { to, country }, sentAt };
		receipts.watch({ sentAt, ask: async () => connector.findReceipt?.(asked, config, fetch) });
	}

	async function send(carries: Channel, message: Message | Notice): Promise<Sent> {
		const startedAt = performance.now();
		const found = await configured()
			.then((routes) => routesFor(routes, carries, 'country' in message ? message.country : undefined))
			.catch((): Refusal => ({ ok: false, reason: 'unreachable', detail: 'connector-store' }));
		let tries = 0;
		const sent = found.ok
			? await failOver(found.routes, breakers, async (route) => {
					tries += 1;
					const triedAt = performance.now();
					const outcome = await sendThrough(route.parsed, message, fetch);
					report(carries, message, triedAt, outcome, route);
					if (outcome.ok && 'code' in message) watchReceipt(route, message, outcome.vendorId);
					const { hint: _hint, ...delivery } = outcome;
					return delivery;
				})
			: found;
		if (tries === 0) report(carries, message, startedAt, sent);
		return sent;
	}

	return {
		async whyNot(carries, country) {
			const found = routesFor(await configured(), carries, country);
			return found.ok ? allPaused(found.routes, breakers) : found;
		},
		async bindsCodes(country) {
			const found = routesFor(await configured(), 'sms', country);
			return found.ok && found.routes.some(({ parsed }) => parsed.ok && parsed.connector.originBound === true);
		},
		send,
		pausedFor: (connectorId) => breakers.waitFor(connectorId),
		notify: (notice) => send('email', notice)
	};
}

/** Read anew when the list is another one: the store answers the same one until somebody changes it. */
function cachedRoutes(store: Pick<ConnectorStore, 'list'>): () => Promise<Route[]> {
	let cached: { records: ConnectorRecord[]; routes: Route[] } | undefined;
	return async () => {
		const records = await store.list();
		if (cached?.records !== records) cached = { records, routes: readRoutes(records) };
		return cached.routes;
	};
}
