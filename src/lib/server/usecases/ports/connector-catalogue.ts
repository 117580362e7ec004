// Which connectors there are, what each wants to know, and whether a configuration works: asked of the connectors.
import type { ConnectorFormItem, LocalText } from '../../../contract/connectors.ts';
import type { DeliveryFailure } from './messages.ts';

/** A kind of connector. */
export type ConnectorFactory = {
	id: string;
	alias: string;
	name: LocalText;
	description: LocalText;
	/** Where the vendor says how to get what the form asks for. */
	help?: string;
	carries: 'sms' | 'email';
	formItems: ConnectorFormItem[];
};

/** `path` names a field as `templates[1].templateCode`; values are never told. */
/** `flaw` names what is wrong where the sentence says more than that. */
export type ConfigFlaw = { path: string; message: string; flaw?: string };

export type CheckedConfig =
	| { ok: true; checked: { connectorId: string; carries: 'sms' | 'email'; config: unknown; isStandIn: boolean } }
	| { ok: false; flaws: ConfigFlaw[] };

export type TestOutcome =
	| { ok: true; vendorId: string }
	| { ok: false; reason: DeliveryFailure; detail: string; hint?: string; retryAfter?: number };

export type ConnectorCatalogue = {
	factories: ConnectorFactory[];
	check(factoryId: string, config: unknown): CheckedConfig;
	/** Sends the code 000000 through a configuration that need not be saved. `to` is a number with `+`, or an address. */
	test(factoryId: string, config: unknown, to: string, locale: string): Promise<TestOutcome>;
};
