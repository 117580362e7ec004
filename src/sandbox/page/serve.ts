// Serves the inbox page, its style sheet and its script.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalog } from '../catalog.ts';
import { send, sendJson } from '../http/exchange.ts';
import type { Inbox, Message } from '../inbox/store.ts';
import { renderPage } from './page.ts';
import { chooseWords } from './words.ts';

const files: Record<string, string> = {
	'/_sandbox/inbox.css': 'text/css; charset=utf-8',
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

export type PageParts = { catalog: Catalog; inbox: Inbox; now(): number };

export function servePage(parts: PageParts, request: IncomingMessage, response: ServerResponse, url: URL): void {
	const type = files[url.pathname];
	if (type) {
		const body = readFileSync(new URL(url.pathname.replace('/_sandbox/', './'), import.meta.url), 'utf8');
		return send(response, { status: 200, headers: { 'content-type': type }, body });
	}
	if (url.pathname !== '/') return sendJson(response, 404, { error: 'No such page.' });

	const to = url.searchParams.get('to')?.trim() || undefined;
	const messages = parts.inbox.list({ to });
	const body = renderPage({
		catalog: parts.catalog,
		endpoint: `http://${request.headers.host}`,
		messages,
		recipients: recipientsOf(parts.inbox.list()),
		to: to && spellRecipient(to, messages),
		now: parts.now(),
		words: chooseWords(request.headers['accept-language'])
	});
	const headers = {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': contentSecurityPolicy,
		vary: 'accept-language'
	};
	send(response, { status: 200, headers, body });
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
