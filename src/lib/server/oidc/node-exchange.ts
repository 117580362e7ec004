// What Koa takes for Node's request and response, without a connection: whole bodies in, one whole answer out.
import { IncomingMessage, ServerResponse, type IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';

export type NodeRequest = {
	method: string;
	/** Path and query below the mount point. */
	url: string;
	originalUrl: string;
	headers: IncomingHttpHeaders;
	body?: Buffer;
	encrypted: boolean;
	remoteAddress: string;
};
export type Exchange = { req: IncomingMessage; res: ServerResponse; answer: Promise<Response> };

export function openExchange({
	method,
	url,
	originalUrl,
	headers,
	body,
	encrypted,
	remoteAddress
}: NodeRequest): Exchange {
	const req = new IncomingMessage({ encrypted, remoteAddress } as unknown as Socket);
	Object.assign(req, {
		method,
		url,
		originalUrl,
		headers,
		httpVersion: '1.1',
		httpVersionMajor: 1,
		httpVersionMinor: 1
	});
	if (body) req.push(body);
	req.push(null);
	req.complete = true;
	const res = new ServerResponse(req);
	return { req, res, answer: collect(res) };
}

/** The library answers with strings, buffers and nothing; a stream would arrive in pieces, which are put together. */
function collect(res: ServerResponse): Promise<Response> {
	const { promise, resolve } = Promise.withResolvers<Response>();
	const chunks: Buffer[] = [];
	const add = (chunk: unknown) => {
		if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as Uint8Array));
	};
	res.write = (chunk: unknown) => {
		add(chunk);
		return true;
	};
	res.end = (chunk?: unknown) => {
		if (res.finished) return res;
		add(chunk);
		res.finished = true;
		resolve(toResponse(res, Buffer.concat(chunks)));
		res.emit('finish');
		return res;
	};
	return promise;
}

/** What belongs to a connection is not ours to say. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length']);

function toResponse(res: ServerResponse, body: Buffer<ArrayBuffer>): Response {
	const headers = new Headers();
	for (const [name, value] of Object.entries(res.getHeaders())) {
		if (value === undefined || ofConnection.has(name)) continue;
		for (const one of [value].flat()) headers.append(name, String(one));
	}
	const { statusCode: status } = res;
	const isEmpty = body.length === 0 || [204, 205, 304].includes(status) || res.req.method === 'HEAD';
	return new Response(isEmpty ? null : body, { status, headers });
}
