// Configured connectors: what use cases need of their store.
import type { Result } from '../../../contract/result.ts';
import type { CountryRule } from '../../core/rules/countries.ts';

/** A configured connector; `config` is decrypted, shaped by the connector's own schema. */
export type ConnectorRecord = {
	id: string;
	/** Factory: `aliyun-short-message-service`, `aliyun-direct-mail`. */
	connectorId: string;
	carries: 'sms' | 'email';
	config: unknown;
	enabled: boolean;
	/** Of those that carry the same, the lowest is tried first. */
	priority: number;
	/** Text messages only. */
	countries?: CountryRule;
	createdAt: number;
};

export type ConnectorStore = {
	/** Text messages before mail, each kind in the order in which its connectors are tried. */
	list(): Promise<ConnectorRecord[]>;
	/** Adds it, or replaces the one of the same id. */
	put(record: ConnectorRecord): Promise<void>;
	/** One change after another, each from what the one before has left; a refusal changes nothing. */
	change(decide: (before: ConnectorRecord[]) => Result<ConnectorRecord[]>): Promise<Result<ConnectorRecord[]>>;
};
