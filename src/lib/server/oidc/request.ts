// Requests as the library wants them: posts that must be GETs, JSON that must be a form, a secret that is none.
import type { Store } from '../usecases/ports.ts';
import { isPublic } from './clients.ts';

export type Prepared = {
	path: string;
	body?: Buffer;
	/** Of a body that was written anew. */
	type?: string;
};
type Context = { store: Pick<Store, 'applications'>; origin: string };

const discoveryPath = '/.well-known/oauth-authorization-server';
/** The library has no POST for these while its cookies are `SameSite=Lax`; such a GET brings them along. */
const getRoutes = ['/auth', '/session/end'];
const largestBody = 56 * 1024;

export async function prepareRequest(request: Request, context: Context): Promise<Prepared | Response> {
	const url = new URL(request.url);
	const route = routeOf(url.pathname);
	const path = route + url.search;
	if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return { path };
	if (request.method !== 'POST' || !isSmall(request)) return { path, body: await readBody(request) };
	const text = await request.text();
	const form = readForm(request, text);
	if (!form) return { path, body: Buffer.from(text) };
	if (getRoutes.includes(route)) return redirectToGet(`${context.origin}/oidc${route}`, form);
	if (route === '/token') await dropPlaceholderSecret(form, context);
	return { path, body: Buffer.from(form.toString()), type: 'application/x-www-form-urlencoded' };
}

/** RFC 8414 §3.1 puts the issuer's path behind the well-known one; Python's SDK can send a double slash. */
function routeOf(pathname: string): string {
	if (pathname.startsWith(discoveryPath)) return discoveryPath;
	return pathname.replace(/^\/+oidc/, '') || '/';
}

function isSmall(request: Request): boolean {
	const length = request.headers.get('content-length');
	return length !== null && Number(length) <= largestBody;
}

/** One byte more than the library takes: it then refuses, as it does any body that is too large. */
async function readBody(request: Request): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		chunks.push(chunk);
		size += chunk.byteLength;
		if (size > largestBody) break;
	}
	return Buffer.concat(chunks);
}

function readForm(request: Request, text: string): URLSearchParams | undefined {
	const type = request.headers.get('content-type') ?? '';
	if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(text);
	if (!type.startsWith('application/json')) return undefined;
	return toForm(parseJson(text));
}

/** Scalar members count, as in Logto; anything else is left out. */
function toForm(body: unknown): URLSearchParams {
	const members = typeof body === 'object' && body !== null ? Object.entries(body) : [];
	const scalars = members.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
	return new URLSearchParams(scalars.map(([name, value]) => [name, String(value)]));
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function redirectToGet(address: string, form: URLSearchParams): Response {
	return new Response(null, {
		status: 303,
		headers: { location: `${address}?${form}`, 'cache-control': 'no-store' }
	});
}

/** Logto's Python SDK posts the word `None` when the application has no secret. */
async function dropPlaceholderSecret(form: URLSearchParams, { store }: Context): Promise<void> {
	const clientId = form.get('client_id');
	if (form.get('client_secret') !== 'None' || !clientId) return;
	const application = await store.applications.find(clientId);
	if (application && isPublic(application)) form.delete('client_secret');
}
