// Reading and answering one HTTP exchange on node:http, with a limit on what is read.
import type { IncomingMessage, ServerResponse } from 'node:http';

const largestBody = 512 * 1024;

/** Undefined when the body is larger than the sandbox reads. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		// Read to its end all the same: leaving early would close the connection before the refusal is sent.
		if (size <= largestBody) chunks.push(chunk);
	}
	return size <= largestBody ? Buffer.concat(chunks) : undefined;
}

/** Undefined when the body is no JSON, or larger than the sandbox reads. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
	const body = await readBody(request);
	try {
		return JSON.parse(body?.toString('utf8') ?? '');
	} catch {
		return undefined;
	}
}

/** A page of another site may resolve its own name to 127.0.0.1 (DNS rebinding): only loopback names are served. */
export function hasLoopbackHost(request: IncomingMessage): boolean {
	return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? '');
}

/** Whether a change may be asked for: browsers say which site a request comes from, other clients say nothing. */
export function isFromHere(request: IncomingMessage): boolean {
	const site = request.headers['sec-fetch-site'];
	if (site !== undefined) return site === 'same-origin' || site === 'none';
	const { origin, host } = request.headers;
	return origin === undefined || origin === `http://${host}`;
}

export type Reply = { status: number; headers?: Record<string, string>; body?: string };

const always = {
	'cache-control': 'no-store',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff'
};

export function send(response: ServerResponse, reply: Reply): void {
	if (response.destroyed) return;
	response.writeHead(reply.status, { ...always, ...reply.headers });
	response.end(reply.body ?? '');
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
	send(response, {
		status,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: JSON.stringify(value)
	});
}

/** The body one byte at a time, as a failing line delivers it. */
export function drip(response: ServerResponse, reply: Reply, everyMs: number): void {
	const bytes = Buffer.from(reply.body ?? '');
	response.writeHead(reply.status, { ...always, ...reply.headers, 'content-length': bytes.length });
	let sent = 0;
	const timer = setInterval(() => {
		response.write(bytes.subarray(sent, sent + 1));
		sent += 1;
		if (sent < bytes.length) return;
		clearInterval(timer);
		response.end();
	}, everyMs);
	response.once('close', () => clearInterval(timer));
}
