// Sends the code 000000 through one connector, saved or not, and says in words what came of it and what to do next.
import { refuse, ok, type Result } from '../../contract/result.ts';
import type { Delivery, DeliveryFailure, Store } from './ports.ts';

/** What a connector made of a test message: a delivery, and what an administrator can do about one that failed. */
type Sent = Delivery & { hint?: string };

/** Hands a test message to a connector. `to` is a number with `+` and country code, or an address. Never throws. */
export type SendTest = (
	connectorId: string,
	config: unknown,
	to: string,
	options: { locale?: string }
) => Promise<Sent>;

export type ConnectorTest = {
	/** The factory's id, such as `aliyun-short-message-service`; undefined where `id` names a saved connector. */
	connectorId?: string;
	/** Of a saved connector: its configuration is taken where none is given. */
	id?: string;
	/** Instead of what is saved. */
	config?: unknown;
	to: string;
	/** BCP 47. */
	locale?: string;
};

export type ConnectorTestReport = {
	accepted: boolean;
	/** The provider's name for an accepted message. */
	vendorId?: string;
	reason?: DeliveryFailure;
	/** The provider's code and request id, or ours for what happened on the way. */
	detail?: string;
	/** What this code means and who can mend it. */
	hint?: string;
	nextStep: string;
};

export async function testConnector(
	{ store, sendTest }: { store: Pick<Store, 'connectors'>; sendTest: SendTest },
	{ id, connectorId, config, to, locale }: ConnectorTest
): Promise<Result<ConnectorTestReport>> {
	const records = await store.connectors.list();
	const saved = records.find((record) =>
		id ? record.id === id : record.connectorId === connectorId && record.enabled
	);
	const factory = connectorId ?? saved?.connectorId;
	if (factory === undefined || (config === undefined && !saved)) return refuse('connector.not_found');
	return ok(report(await sendTest(factory, config ?? saved?.config, to, { locale })));
}

function report(sent: Sent): ConnectorTestReport {
	if (sent.ok) return { accepted: true, vendorId: sent.vendorId, nextStep: onAcceptance };
	const { reason, detail, hint, retryAfter } = sent;
	const wait = retryAfter ? `Wait ${retryAfter} seconds, or test with another number.` : nextSteps[reason];
	return { accepted: false, reason, detail, hint, nextStep: wait };
}

const onAcceptance =
	'Look whether the code 000000 arrives. If nothing has come after a minute, look the message up at the provider under this id.';

const nextSteps: Record<DeliveryFailure, string> = {
	'rate-limited': 'Wait a minute, or test with another number.',
	'number-rejected': 'Check the recipient, or test with another.',
	'country-not-supported': 'Add what this country needs, or a connector that serves it.',
	configuration: 'Mend the configuration or the account, then test again.',
	'template-not-found': 'Give this use, or Generic, a template that works for the region, then test again.',
	provider: 'Test again in a few minutes. If it goes on, ask the provider and name the request id.',
	unreachable: 'Nothing was sent. Mend the connection, then test again.',
	unconfirmed: 'Look whether the code 000000 arrives before you test again: the message may be on its way.',
	'no-connector': 'Configure a connector first.'
};
