// Serves the inbox page, its style sheet and its script.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Calls } from '../calls/store.ts';
import type { Catalog } from '../catalog.ts';
import { send, sendJson } from '../http/exchange.ts';
import type { Inbox, Message } from '../inbox/store.ts';
import { renderCall, renderCalls } from './calls-view.ts';
import { renderPage } from './page.ts';
import { chooseWords, type Words } from './words.ts';

const files: Record<string, string> = {
	'/_sandbox/inbox.css': 'text/css; charset=utf-8',
	'/_sandbox/calls.css': 'text/css; charset=utf-8',
	'/_sandbox/inbox.js': 'text/javascript; charset=utf-8',
	'/_sandbox/present.js': 'text/javascript; charset=utf-8'
};

/** Messages come from whoever calls the API: nothing that they contain may run, load or submit. */
const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"connect-src 'self'",
	"frame-src 'self'",
	'img-src data:',
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'"
].join('; ');

export type PageParts = { catalog: Catalog; inbox: Inbox; calls: Calls; now(): number };

export function servePage(parts: PageParts, request: IncomingMessage, response: ServerResponse, url: URL): void {
	const type = files[url.pathname];
	if (type) {
		const body = readFileSync(new URL(url.pathname.replace('/_sandbox/', './'), import.meta.url), 'utf8');
		return send(response, { status: 200, headers: { 'content-type': type }, body });
	}
	const words = chooseWords(request.headers['accept-language']);
	const body = url.pathname === '/' ? renderInbox(parts, request, url, words) : renderAboutCalls(parts, url, words);
	if (body === undefined) return sendJson(response, 404, { error: 'No such page.' });
	const headers = {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': contentSecurityPolicy,
		vary: 'accept-language'
	};
	send(response, { status: 200, headers, body });
}

function renderAboutCalls(parts: PageParts, url: URL, words: Words): string | undefined {
	if (url.pathname === '/calls') return renderCalls(parts.calls.list(), parts.now(), words);
	const call = parts.calls.find(/^\/calls\/([\w-]+)$/.exec(url.pathname)?.[1] ?? '');
	return call && renderCall(call, parts.now(), words);
}

function renderInbox(parts: PageParts, request: IncomingMessage, url: URL, words: Words): string {
	const to = url.searchParams.get('to')?.trim() || undefined;
	const search = url.searchParams.get('q')?.trim() || undefined;
	const messages = parts.inbox.list({ to, words: search });
	return renderPage({
		catalog: parts.catalog,
		endpoint: `http://${request.headers.host}`,
		messages,
		recipients: recipientsOf(parts.inbox.list()),
		to: to && spellRecipient(to, messages),
		search,
		now: parts.now(),
		words
	});
}

function recipientsOf(messages: Message[]): string[] {
	return [...new Set(messages.map((message) => message.to).reverse())];
}

/** As messages spell it: `13490000100` and `+8613490000100` are one recipient, not two. */
function spellRecipient(to: string, messages: Message[]): string {
	const [spelling, another] = recipientsOf(messages);
	return spelling && !another ? spelling : to;
}

export function isPagePath(path: string): boolean {
	return path in files;
}
