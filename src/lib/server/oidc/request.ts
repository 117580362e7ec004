// Requests as the library wants them: posts that must be GETs, JSON that must be a form, a secret that is none.
import type { Store } from '../usecases/ports.ts';
import { isPublic } from './clients.ts';

type Prepared = { request: Request; path: string };
type Context = { store: Pick<Store, 'applications'>; origin: string };

const discoveryPath = '/.well-known/oauth-authorization-server';
/** The library has no POST for these while its cookies are `SameSite=Lax`; such a GET brings them along. */
const getRoutes = ['/auth', '/session/end'];
const largestBody = 56 * 1024;

export async function prepareRequest(request: Request, context: Context): Promise<Prepared | Response> {
	const url = new URL(request.url);
	const path = routeOf(url.pathname);
	if (request.method !== 'POST' || !isSmall(request)) return { request, path: path + url.search };
	const form = await readForm(request);
	if (!form) return { request, path: path + url.search };
	if (getRoutes.includes(path)) return redirectToGet(`${context.origin}/oidc${path}`, form);
	if (path === '/token') await dropPlaceholderSecret(form, context);
	return { request: withForm(request, form), path: path + url.search };
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

async function readForm(request: Request): Promise<URLSearchParams | undefined> {
	const type = request.headers.get('content-type') ?? '';
	if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(await request.text());
	if (!type.startsWith('application/json')) return undefined;
	return toForm(parseJson(await request.text()));
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

function withForm(request: Request, form: URLSearchParams): Request {
	const body = form.toString();
	const headers = new Headers(request.headers);
	headers.set('content-type', 'application/x-www-form-urlencoded');
	headers.set('content-length', String(Buffer.byteLength(body)));
	return new Request(request.url, { method: 'POST', headers, body });
}
