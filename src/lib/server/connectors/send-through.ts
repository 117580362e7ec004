// One send through one configured connector; whatever goes wrong comes back as a value, with advice for administrators.
import type { Delivery, Message, Notice } from '../usecases/ports.ts';
import type { MessageConnector } from './connector.ts';
import type { ParsedConfig } from './parse-config.ts';

export type Outcome = Delivery & { hint?: string };

export async function sendThrough(
	parsed: ParsedConfig,
	message: Message | Notice,
	fetch: typeof globalThis.fetch
): Promise<Outcome> {
	if (!parsed.ok) {
		return { ok: false, reason: 'configuration', detail: 'invalid-config', hint: parsed.issues.join('; ') };
	}
	const { connector, config } = parsed;
	try {
		const delivery = await hand(connector, message, config, fetch);
		return delivery.ok ? delivery : { ...delivery, hint: connector.hint(delivery.detail) };
	} catch {
		// A bug of the connector. Its error may hold the message, and nobody knows how far it came.
		return { ok: false, reason: 'unconfirmed', detail: 'connector-threw' };
	}
}

async function hand(
	connector: MessageConnector,
	message: Message | Notice,
	config: unknown,
	fetch: typeof globalThis.fetch
): Promise<Delivery> {
	if ('code' in message) return connector.send(message, config, fetch);
	return (
		(await connector.notify?.(message, config, fetch)) ?? { ok: false, reason: 'no-connector', detail: 'no-notices' }
	);
}
