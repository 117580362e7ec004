// Configured connectors: what use cases need of their store.

/** A configured connector; `config` is decrypted, shaped by the connector's own schema. */
export type ConnectorRecord = {
	id: string;
	/** Factory: `aliyun-short-message-service`, `aliyun-direct-mail`. */
	connectorId: string;
	carries: 'sms' | 'email';
	config: unknown;
	enabled: boolean;
	createdAt: number;
};

export type ConnectorStore = {
	list(): Promise<ConnectorRecord[]>;
	/** Replaces the enabled connector of the same kind (one SMS and one mail connector at a time). */
	put(record: ConnectorRecord): Promise<void>;
};
