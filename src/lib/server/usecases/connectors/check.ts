// Whether a configuration works, in the connector's own judgement; masks are filled in first.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { ConnectorRecord, ManagementServices } from '../ports.ts';
import type { CheckedConnector } from '../set-connector.ts';
import { restoreSecrets } from './secrets.ts';

type Needs = Pick<ManagementServices, 'connectorCatalogue'>;

export function checkConfig(
	{ connectorCatalogue }: Needs,
	connectorId: string,
	given: Record<string, unknown>,
	stored: Pick<ConnectorRecord, 'config'> | undefined
): Result<CheckedConnector> {
	const factory = connectorCatalogue.factories.find(({ id }) => id === connectorId);
	if (!factory) return refuse('entity.not_found', { data: { id: connectorId } });
	const restored = restoreSecrets(given, stored?.config, factory.formItems);
	if (!restored.ok) return restored;
	const checked = connectorCatalogue.check(connectorId, restored.value);
	if (checked.ok) return ok(checked.checked);
	const [first] = checked.flaws;
	const data = { field: first?.path, detail: first?.message, issues: checked.flaws };
	return refuse('connector.invalid_config', { data });
}
