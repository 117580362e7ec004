// `/_sandbox/faults`: what the next calls meet.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseFault, type Faults } from '../faults.ts';
import { readJson, sendJson } from '../http/exchange.ts';

export async function addFault(faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const fault = parseFault(await readJson(request));
	if (typeof fault === 'string') return sendJson(response, 400, { error: fault });
	faults.set(fault);
	sendJson(response, 201, fault);
}
