// From the configured connectors to those that may carry a message, in the order in which they are tried.
import { servesCountry } from '../core/rules/countries.ts';
import type { ConnectorRecord, Refusal } from '../usecases/ports.ts';
import type { Breakers } from './breakers.ts';
import { parseConnectorConfig, type ParsedConfig } from './parse-config.ts';

export type Route = Pick<ConnectorRecord, 'id' | 'connectorId' | 'carries' | 'countries'> & { parsed: ParsedConfig };

/** `records` in their order. */
export function readRoutes(records: ConnectorRecord[]): Route[] {
	return records
		.filter(({ enabled }) => enabled)
		.map(({ config, ...record }) => ({ ...record, parsed: parseConnectorConfig(record.connectorId, config) }));
}

export function routesFor(
	routes: Route[],
	carries: Route['carries'],
	country: string | undefined
): { ok: true; routes: [Route, ...Route[]] } | Refusal {
	const ofKind = routes.filter((route) => route.carries === carries);
	if (ofKind.length === 0) return { ok: false, reason: 'no-connector', detail: 'no-connector' };
	// A country is a matter of phone numbers.
	const [first, ...rest] = ofKind.filter((route) => carries === 'email' || reaches(route, country));
	return first
		? { ok: true, routes: [first, ...rest] }
		: { ok: false, reason: 'country-not-supported', detail: 'no-route' };
}

/** Neither the administrator nor the connector rules it out; a broken configuration is told when it is used. */
function reaches({ countries, parsed }: Route, country: string | undefined): boolean {
	if (!servesCountry(countries, country)) return false;
	return !parsed.ok || (parsed.connector.serves?.(country, parsed.config) ?? true);
}

/** What is known before anything is sent: every one of them is left alone for a while. */
export function allPaused(routes: Route[], breakers: Breakers): Refusal | undefined {
	const waits = routes.map(({ id }) => breakers.waitFor(id));
	return waits.every((wait) => wait !== undefined) ? paused(Math.min(...waits)) : undefined;
}

export function paused(retryAfter: number): Refusal {
	return { ok: false, reason: 'provider', detail: 'paused', retryAfter };
}
