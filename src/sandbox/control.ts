// `/_sandbox/**`: what testers and the inbox page ask of the sandbox itself.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalog } from './catalog.ts';
import { parseFault, type Faults } from './faults.ts';
import { isFromHere, readBody, send, sendJson } from './http/exchange.ts';
import { streamEvents } from './inbox/events.ts';
import { answerMail, answerMessages, readFilter } from './inbox/messages.ts';
import type { Inbox } from './inbox/store.ts';
import { scenarios } from './scenarios.ts';

export type Control = {
	catalog: Catalog;
	inbox: Inbox;
	faults: Faults;
	now(): number;
	/** Forgets everything: messages, receipts, counted sends, faults. */
	reset(): void;
};

export async function handleControl(
	control: Control,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL
): Promise<void> {
	const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
	if (method !== 'GET' && !isFromHere(request)) return sendJson(response, 403, { error: 'Asked for by another site.' });
	const done = () => send(response, { status: 204 });

	switch (`${method} ${url.pathname}`) {
		case 'GET /_sandbox/health':
			return sendJson(response, 200, { status: 'ok' });
		case 'GET /_sandbox/credentials':
			return sendJson(response, 200, control.catalog.credentials);
		case 'GET /_sandbox/catalog': {
			const { signNames, templates } = control.catalog;
			return sendJson(response, 200, { signNames, templates, scenarios });
		}
		case 'GET /_sandbox/messages':
			return answerMessages(control.inbox, url.searchParams, response);
		case 'GET /_sandbox/events':
			return streamEvents(control.inbox, request, response, readFilter(url.searchParams) ?? {});
		case 'DELETE /_sandbox/messages':
			control.inbox.clear({ to: url.searchParams.get('to') || undefined });
			return done();
		// A form of the page cannot say DELETE.
		case 'POST /_sandbox/messages/clear':
			control.inbox.clear({ to: url.searchParams.get('to') || undefined });
			return send(response, { status: 303, headers: { location: '/' } });
		case 'GET /_sandbox/faults':
			return sendJson(response, 200, control.faults.list());
		case 'POST /_sandbox/faults':
			return await addFault(control.faults, request, response);
		case 'DELETE /_sandbox/faults':
			control.faults.clear();
			return done();
		case 'POST /_sandbox/reset':
			control.reset();
			return done();
	}
	const [, id] = /^GET \/_sandbox\/messages\/([\w-]+)\/html$/.exec(`${method} ${url.pathname}`) ?? [];
	if (id) return answerMail(control.inbox, id, response);
	sendJson(response, 404, { error: 'No such endpoint.' });
}

async function addFault(faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const body = await readBody(request);
	if (!body) return sendJson(response, 413, { error: 'The body is too large.' });
	const fault = parseFault(parseJson(body.toString('utf8')));
	if (typeof fault === 'string') return sendJson(response, 400, { error: fault });
	faults.set(fault);
	sendJson(response, 201, fault);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
