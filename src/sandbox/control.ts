// `/_sandbox/**`: what testers and the inbox page ask of the sandbox itself.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalog } from './catalog.ts';
import type { Clock } from './clock.ts';
import { answerClock, moveClock } from './control/clock.ts';
import { addFault } from './control/faults.ts';
import { setTarget } from './control/receipts.ts';
import type { Calls } from './calls/store.ts';
import { claimNamespace, releaseNamespace } from './control/namespaces.ts';
import type { Faults } from './faults.ts';
import { isFromHere, send, sendJson } from './http/exchange.ts';
import { streamEvents } from './inbox/events.ts';
import { answerMail, answerMessages, readFilter } from './inbox/messages.ts';
import type { Inbox } from './inbox/store.ts';
import type { Namespaces } from './namespaces.ts';
import type { ReceiptPush } from './sms/receipt-push.ts';
import { scenarios } from './scenarios.ts';

export type Control = {
	catalog: Catalog;
	inbox: Inbox;
	faults: Faults;
	clock: Clock;
	namespaces: Namespaces;
	calls: Calls;
	receiptPush: ReceiptPush;
	now(): number;
	/** Forgets messages, receipts, counted sends, faults and moved time: all, or those of one namespace. */
	reset(namespace?: string): void;
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
	const namespace = url.searchParams.get('namespace') || undefined;
	const recipients = { to: url.searchParams.get('to') || undefined, namespace };

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
			control.inbox.clear(recipients);
			return done();
		// A form of the page cannot say DELETE.
		case 'POST /_sandbox/messages/clear':
			control.inbox.clear(recipients);
			return send(response, { status: 303, headers: { location: '/' } });
		case 'GET /_sandbox/faults':
			return sendJson(response, 200, control.faults.list());
		case 'POST /_sandbox/faults':
			return await addFault(control.faults, request, response);
		case 'DELETE /_sandbox/faults':
			control.faults.clear(namespace);
			return done();
		case 'GET /_sandbox/receipts':
			return sendJson(response, 200, {
				targets: control.receiptPush.targets(),
				pushes: control.receiptPush.pushes()
			});
		case 'POST /_sandbox/receipts':
			return await setTarget(control.receiptPush, request, response);
		case 'DELETE /_sandbox/receipts':
			control.receiptPush.clear(namespace);
			return done();
		case 'GET /_sandbox/calls':
			return sendJson(response, 200, control.calls.list());
		case 'GET /_sandbox/clock':
			return answerClock(control.clock, response, namespace);
		case 'POST /_sandbox/clock':
			return await moveClock(control.clock, request, response);
		case 'GET /_sandbox/namespaces':
			return sendJson(response, 200, control.namespaces.list());
		case 'POST /_sandbox/namespaces':
			return await claimNamespace(control.namespaces, request, response);
		case 'POST /_sandbox/reset':
			control.reset(namespace);
			return done();
	}
	return handleOne(control, method, url, response);
}

/** Paths that name one thing. */
function handleOne(control: Control, method: string, url: URL, response: ServerResponse): void {
	const [, kind, id = '', part] = /^\/_sandbox\/(\w+)\/([\w-]+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
	switch (`${method} ${kind} ${part ?? ''}`.trim()) {
		case 'GET messages html':
			return answerMail(control.inbox, id, response);
		case 'GET calls': {
			const call = control.calls.find(id);
			return sendJson(response, call ? 200 : 404, call ?? { error: 'No such call.' });
		}
		case 'DELETE namespaces':
			return releaseNamespace(control.namespaces, id, response, control.reset);
	}
	sendJson(response, 404, { error: 'No such endpoint.' });
}
