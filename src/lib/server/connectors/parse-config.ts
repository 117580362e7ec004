// From unknown JSON to a connector with a configuration it can send with, or sentences about what is wrong.
import type { z } from 'zod';
import type { ConfigFlaw } from '../usecases/ports.ts';
import type { MessageConnector } from './connector.ts';
import { connectors, findConnector } from './registry.ts';

export type ParsedConfig =
	{ ok: true; connector: MessageConnector; config: unknown } | { ok: false; issues: string[]; flaws: ConfigFlaw[] };

/** The issues name places and rules, never values: a mistyped secret must not reach a terminal or a log. */
export function parseConnectorConfig(connectorId: string, input: unknown): ParsedConfig {
	const connector = findConnector(connectorId);
	if (!connector) {
		const known = connectors.map(({ alias }) => alias).join(', ');
		const message = `There is no connector of this name. Known: ${known}.`;
		return { ok: false, issues: [message], flaws: [{ path: 'connectorId', message }] };
	}
	const parsed = connector.config.safeParse(input, { error: describe });
	if (parsed.success) return { ok: true, connector, config: parsed.data };
	const flaws = parsed.error.issues.map(({ path, code, message }) => ({ path: placeOf(path), flaw: code, message }));
	return { ok: false, issues: flaws.map(({ path, message }) => `${path}: ${message}`), flaws };
}

/** For what a schema has no sentence of its own; undefined leaves it to the library. */
function describe({ code, input, ...issue }: z.core.$ZodRawIssue): string | undefined {
	if (code === 'invalid_type')
		return input === undefined ? 'is missing' : `must be of type ${String(issue['expected'])}`;
	if (code === 'unrecognized_keys') return `has unknown fields: ${(issue['keys'] as string[]).join(', ')}`;
	return undefined;
}

/** `templates[1].templateCode` */
function placeOf(path: PropertyKey[]): string {
	const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
	return place.replace(/^\./, '') || 'configuration';
}
