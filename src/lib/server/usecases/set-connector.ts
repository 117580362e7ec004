// Puts a connector's configuration in force: over the one that it replaces, or behind those that carry the same.
import { isCountryCode } from '../../contract/country-code.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { CountryRule } from '../core/rules/countries.ts';
import type { ConnectorRecord, Services, StoreScope } from './ports.ts';

/** What the connector itself made of a configuration. */
export type CheckedConnector = {
	connectorId: string;
	carries: 'sms' | 'email';
	config: unknown;
	/** It sends to this machine or a private network: to a stand-in for the vendor. */
	isStandIn: boolean;
};

export type Place = {
	/** The one to replace; without it the first of the same connector, or a new one where there is none. */
	id?: string;
	/** A new one, beside those that are there. */
	another?: boolean;
	/** Left as they are when undefined; every country with null. */
	countries?: CountryRule | null;
};

export async function setConnector(
	services: Pick<Services, 'ids' | 'clock' | 'demo'> & { store: Pick<StoreScope, 'connectors'> },
	{ isStandIn, ...checked }: CheckedConnector,
	place: Place = {}
): Promise<Result<ConnectorRecord>> {
	if (isStandIn && !services.demo) return refuseStandIn();
	const flaw = place.countries && flawOf(place.countries, checked.carries);
	if (flaw) return refuse('connector.invalid_config', { data: { field: 'countries', detail: flaw } });

	const fresh = { id: services.ids.id(), createdAt: services.clock.now() };
	const changed = await services.store.connectors.change((before) => {
		const present = findReplaced(before, checked.connectorId, place);
		if (place.id !== undefined && !present) return refuse('entity.not_exists_with_id', { data: { id: place.id } });
		const { countries: ruled, ...kept } = present ?? {
			...fresh,
			countries: undefined,
			priority: last(before, checked)
		};
		const countries = place.countries === undefined ? ruled : (place.countries ?? undefined);
		const record: ConnectorRecord = { ...kept, ...checked, enabled: true, ...(countries && { countries }) };
		return ok([record, ...before.filter(({ id }) => id !== record.id)]);
	});
	if (!changed.ok) return changed;
	const [record] = changed.value;
	if (!record) throw new Error('a changed list has the changed one in it');
	return ok(record);
}

export function refuseStandIn(): Result<never> {
	return refuse('connector.invalid_config', {
		data: { field: 'endpoint', detail: 'is a local address: only the demo may send to a stand-in' }
	});
}

function findReplaced(before: ConnectorRecord[], connectorId: string, { id, another }: Place) {
	if (another) return undefined;
	return before.find((record) => record.connectorId === connectorId && (id === undefined || record.id === id));
}

/** Behind all others of its kind. */
function last(before: ConnectorRecord[], { carries }: Pick<ConnectorRecord, 'carries'>): number {
	return Math.max(-1, ...before.filter((record) => record.carries === carries).map(({ priority }) => priority)) + 1;
}

function flawOf(rule: CountryRule, carries: ConnectorRecord['carries']): string | undefined {
	if (carries === 'email') return 'make no sense for mail';
	const countries = 'only' in rule ? rule.only : rule.except;
	if (countries.length === 0) return 'are missing';
	const unknown = countries.find((country) => !isCountryCode(country));
	return unknown && `must be codes of ISO 3166-1 such as CN or US, not "${unknown}"`;
}
