// POST /api/connectors/:factoryId/test: one message with the code 000000, and what the vendor made of it in words.
import type { ConnectorTestBody } from '../../../contract/connectors.ts';
import type { ProblemCode } from '../../../contract/problems.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { DeliveryFailure, MachineCaller, ManagementServices } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { refuseStandIn } from '../set-connector.ts';
import { checkConfig } from './check.ts';

type Needs = Pick<ManagementServices, 'store' | 'clock' | 'demo' | 'connectorCatalogue'>;

const codeOf: Partial<Record<DeliveryFailure, ProblemCode>> = {
	'rate-limited': 'connector.rate_limit_exceeded',
	'number-rejected': 'connector.number_rejected',
	'country-not-supported': 'connector.country_not_supported',
	configuration: 'connector.invalid_config',
	'template-not-found': 'connector.template_not_found'
};

/** Of a refusal, `data` says `reason`, the vendor's own code as `detail`, and as `hint` what to do about it. */
export async function testConnector(
	services: Needs,
	caller: MachineCaller,
	factoryId: string,
	{ phone, email, config, id, locale = caller.locale }: ConnectorTestBody
): Promise<Result<{ vendorId: string }>> {
	const { store, connectorCatalogue, clock } = services;
	const saved = (await store.connectors.list()).find(
		(record) => record.connectorId === factoryId && (id === undefined || record.id === id)
	);
	const given = config ?? (saved?.config as Record<string, unknown> | undefined);
	if (!given) return refuse('entity.not_exists_with_id', { data: { id: id ?? factoryId } });
	const checked = checkConfig(services, factoryId, given, saved);
	if (!checked.ok) return checked;
	if (checked.value.isStandIn && !services.demo) return refuseStandIn();

	await recordChange({ clock, audit: store.audit }, caller, 'Management.Connector.Test');
	const to = phone === undefined ? (email ?? '') : `+${phone.replace(/^\+|\D/g, '')}`;
	const outcome = await connectorCatalogue.test(factoryId, checked.value.config, to, locale);
	if (outcome.ok) return ok({ vendorId: outcome.vendorId });
	const { reason, detail, hint, retryAfter } = outcome;
	const data = { reason, detail, hint, ...(retryAfter !== undefined && { retryAfter }) };
	return refuse(codeOf[reason] ?? 'connector.general', { data });
}
