// `/_sandbox/messages`: reading, waiting for and deleting what arrived.
import type { ServerResponse } from 'node:http';
import { send, sendJson } from '../http/exchange.ts';
import { isMatch, type Filter, type Inbox } from './store.ts';

const longestWait = 30;

export function readFilter(query: URLSearchParams): Filter | undefined {
	const after = query.get('after');
	if (after && !/^\d{1,15}$/.test(after)) return undefined;
	return {
		to: query.get('to') || undefined,
		namespace: query.get('namespace') || undefined,
		words: query.get('q')?.trim() || undefined,
		after: after ? Number(after) : undefined
	};
}

/** Answers at once when there is something; otherwise holds the request until a message comes or the time is up. */
export function answerMessages(inbox: Inbox, query: URLSearchParams, response: ServerResponse): void {
	const filter = readFilter(query);
	const wait = Number(query.get('wait') ?? 0);
	if (!filter || !(wait >= 0)) {
		return sendJson(response, 400, { error: 'after is in epoch milliseconds, wait in seconds.' });
	}
	const found = inbox.list(filter);
	if (found.length > 0 || wait === 0) return sendJson(response, 200, found);

	const finish = () => {
		clearTimeout(timer);
		stopListening();
		sendJson(response, 200, inbox.list(filter));
	};
	const timer = setTimeout(finish, Math.min(wait, longestWait) * 1000);
	const stopListening = inbox.listen((event) => {
		if (event.type === 'arrived' && isMatch(event.message, filter)) finish();
	});
	response.once('close', () => {
		clearTimeout(timer);
		stopListening();
	});
}

/** The mail itself for the frame of the inbox page: nothing in it runs, loads or navigates. */
export function answerMail(inbox: Inbox, id: string, response: ServerResponse): void {
	const html = inbox.find(id)?.html;
	if (html === undefined) return sendJson(response, 404, { error: 'No such mail.' });
	send(response, {
		status: 200,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy':
				"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
		},
		body: html
	});
}
