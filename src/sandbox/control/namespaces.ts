// `/_sandbox/namespaces`: claims recipients for one test, and gives them back.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, send, sendJson } from '../http/exchange.ts';
import { isNamespaceName, type Namespaces } from '../namespaces.ts';

/** `{ name? }`; a name that is taken already answers the same recipients again. */
export async function claimNamespace(
	namespaces: Namespaces,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const { name } = ((await readJson(request)) ?? {}) as Record<string, unknown>;
	if (name !== undefined && (typeof name !== 'string' || !isNamespaceName(name))) {
		return sendJson(response, 400, { error: 'name must be 1 to 40 of a-z, 0-9 and -, as a part of a domain name.' });
	}
	const namespace = namespaces.claim(name);
	if (!namespace) return sendJson(response, 409, { error: 'Every range is taken. Release one with DELETE.' });
	sendJson(response, 201, namespace);
}

/** `forget` removes what was kept for its recipients, so that the next owner starts afresh. */
export function releaseNamespace(
	namespaces: Namespaces,
	name: string,
	response: ServerResponse,
	forget: (name: string) => void
): void {
	forget(name);
	if (!namespaces.release(name)) return sendJson(response, 404, { error: 'No such namespace.' });
	send(response, { status: 204 });
}
