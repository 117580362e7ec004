// Keys of a vendor's go in and do not come out: they are shown as a mask, and a mask that comes back keeps the key.
import type { ConnectorFormItem } from '../../../contract/connectors.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';

type Config = Record<string, unknown>;

export const mask = '********';

/** Where messages and keys go: whoever moves that must know the keys, or they would be sent to a place of his choice. */
const destinations = ['endpoint', 'host', 'port', 'url', 'secure'];

export function hideSecrets(config: unknown, formItems: ConnectorFormItem[]): Config {
	return Object.fromEntries(
		Object.entries(config as Config).map(([key, value]) => [key, isSecret(key, formItems) ? mask : value])
	);
}

/** `stored` is what the masks stand for. */
export function restoreSecrets(given: Config, stored: unknown, formItems: ConnectorFormItem[]): Result<Config> {
	const before = (stored ?? {}) as Config;
	const masked = Object.keys(given).filter((key) => given[key] === mask && isSecret(key, formItems));
	const [field] = masked;
	if (field === undefined) return ok(given);
	const lost = masked.find((key) => before[key] === undefined);
	if (lost !== undefined) return again(lost, 'missing', 'is missing');
	const moved = destinations.find((key) => given[key] !== before[key]);
	if (moved !== undefined) return again(field, 'moved', `must be entered again, since ${moved} has changed`);
	return ok({ ...given, ...Object.fromEntries(masked.map((key) => [key, before[key]])) });
}

function isSecret(key: string, formItems: ConnectorFormItem[]): boolean {
	return formItems.find((item) => item.key === key)?.isConfidential ?? true;
}

function again(field: string, flaw: string, detail: string) {
	const issues = [{ path: field, flaw, message: detail }];
	return refuse('connector.invalid_config', { data: { field, detail, issues } });
}
