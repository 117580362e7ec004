// Hands a message to the connector of its channel, and leaves one line in the log that names nobody.
import type { ConnectorStore, Delivery, Log, Message, Messenger, Notice } from '../usecases/ports.ts';
import type { MessageConnector } from './connector.ts';
import { maskRecipient } from './mask-recipient.ts';
import { parseConnectorConfig, type ParsedConfig } from './parse-config.ts';
import { sendThrough, type Outcome } from './send-through.ts';

type Channel = MessageConnector['carries'];
type Parts = { connectors: ConnectorStore; log: Log; fetch?: typeof globalThis.fetch };

/** Another process's change of a connector shows after this long. */
const cacheMs = 1_000;

export function createMessenger({ connectors, log, fetch = globalThis.fetch }: Parts): Messenger {
	const enabled = cachedConnectors(connectors);

	async function attempt(carries: Channel, message: Message | Notice): Promise<Outcome> {
		const configured = await enabled().catch(() => undefined);
		if (!configured) return { ok: false, reason: 'unreachable', detail: 'connector-store' };
		const parsed = configured[carries];
		return parsed ? sendThrough(parsed, message, fetch) : { ok: false, reason: 'no-connector', detail: 'no-connector' };
	}

	async function send(carries: Channel, message: Message | Notice): Promise<Delivery> {
		const startedAt = performance.now();
		const { hint, ...delivery } = await attempt(carries, message);
		const facts = {
			carries,
			...('code' in message ? { type: message.type, country: message.country } : { type: message.what }),
			// Not `to`: the log writes nothing of a field of that name.
			recipient: maskRecipient(message.to),
			ms: Math.round(performance.now() - startedAt)
		};
		if (delivery.ok) log.info('message.accepted', { ...facts, vendorId: delivery.vendorId });
		else log.warn('message.failed', { ...facts, reason: delivery.reason, detail: delivery.detail, hint });
		return delivery;
	}

	return {
		has: async (carries) => (await enabled())[carries] !== undefined,
		send,
		notify: (notice) => send('email', notice)
	};
}

function cachedConnectors(store: ConnectorStore): () => Promise<Partial<Record<Channel, ParsedConfig>>> {
	let cached: { value: ReturnType<typeof readEnabled>; until: number } | undefined;
	return () => {
		if (!cached || cached.until < performance.now()) {
			const fresh = { value: readEnabled(store), until: performance.now() + cacheMs };
			fresh.value.catch(() => (fresh.until = 0));
			cached = fresh;
		}
		return cached.value;
	};
}

async function readEnabled(store: ConnectorStore): Promise<Partial<Record<Channel, ParsedConfig>>> {
	const records = (await store.list()).filter(({ enabled }) => enabled);
	return Object.fromEntries(
		records.map(({ carries, connectorId, config }) => [carries, parseConnectorConfig(connectorId, config)])
	);
}
