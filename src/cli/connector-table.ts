// The configured connectors as operators read them.
import { findConnector } from '../lib/server/connectors/registry.ts';
import type { ConnectorRecord } from '../lib/server/usecases/ports.ts';
import { date, table } from './terminal.ts';

export function connectorTable(records: ConnectorRecord[]): string {
	return table(['connector', 'carries', 'sends to', 'countries', '', 'since', 'id'], records.map(row));
}

/** The short name, where this version knows the connector. */
export function aliasOf({ connectorId }: ConnectorRecord): string {
	return findConnector(connectorId)?.alias ?? connectorId;
}

function row(record: ConnectorRecord): string[] {
	const { carries, config, enabled, createdAt, id } = record;
	return [aliasOf(record), carries, destination(config), served(record), enabled ? '' : 'off', date(createdAt), id];
}

function served({ carries, countries }: ConnectorRecord): string {
	if (carries === 'email') return '';
	if (!countries) return 'all';
	return 'only' in countries ? countries.only.join(', ') : `all but ${countries.except.join(', ')}`;
}

function destination(config: unknown): string {
	const { endpoint, host } = (config ?? {}) as { endpoint?: unknown; host?: unknown };
	return String(endpoint ?? host ?? 'Aliyun');
}
