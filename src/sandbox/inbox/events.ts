// `/_sandbox/events`: the inbox as server-sent events, for the page and for anybody who watches.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMatch, type Filter, type Inbox, type InboxEvent, type Message } from './store.ts';

const heartbeatMs = 15_000;

/** A client that comes back names the message it saw last (`Last-Event-ID`) and gets the later ones first. */
export function streamEvents(inbox: Inbox, request: IncomingMessage, response: ServerResponse, filter: Filter): void {
	response.writeHead(200, {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff'
	});
	response.write('retry: 1000\n\n');
	const last = inbox.find(String(request.headers['last-event-id'] ?? ''));
	if (last || filter.after !== undefined) {
		inbox
			.list({ ...filter, after: last?.at ?? filter.after })
			.forEach((message) => response.write(formatArrival(message)));
	}

	const stopListening = inbox.listen((event) => {
		if (event.type === 'cleared' || isMatch(event.message, { ...filter, after: undefined }))
			response.write(format(event));
	});
	const heartbeat = setInterval(() => response.write(': \n\n'), heartbeatMs);
	response.once('close', () => {
		clearInterval(heartbeat);
		stopListening();
	});
}

function format(event: InboxEvent): string {
	return event.type === 'arrived' ? formatArrival(event.message) : 'event: cleared\ndata: {}\n\n';
}

function formatArrival({ html, ...message }: Message): string {
	// The mail's own markup is fetched by the frame that shows it.
	const data = JSON.stringify({ ...message, hasHtml: html !== undefined });
	return `id: ${message.id}\nevent: message\ndata: ${data}\n\n`;
}
