// A provider on a fresh SQLite store, asked through the bridge, and a browser that keeps its cookies.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultSettings } from '../../src/lib/contract/settings.ts';
import { bridge } from '../../src/lib/server/oidc/bridge.ts';
import { isUnavailable } from '../../src/lib/server/http/unavailable.ts';
import { openProvider } from '../../src/lib/server/oidc/live-provider.ts';
import { migrateStore } from '../../src/lib/server/store/migrate.ts';
import { openStore } from '../../src/lib/server/store/open.ts';
import type { Application, Log, User } from '../../src/lib/server/usecases/ports.ts';

export const secret = 'a secret for tests only, at least 32 bytes';
export const redirectUri = 'https://app.example/callback';
export const afterSignOut = 'https://app.example/bye';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const pagePolicy = "default-src 'none'; form-action 'self'";

type Send = (input: string | URL, init?: RequestInit) => Promise<Response>;
export type Harness = Awaited<ReturnType<typeof openHarness>>;

export async function openHarness({ origin = 'http://localhost:3001', now = Date.now } = {}) {
	const folder = await mkdtemp(path.join(tmpdir(), 'foyer-oidc-'));
	const url = `file:${path.join(folder, 'test.db')}`;
	await migrateStore(url);
	const statements: string[] = [];
	const store = await openStore({ url, secret, log: silent, onStatement: (sql) => statements.push(sql) });
	const errors: unknown[] = [];
	const log: Log = { ...silent, error: (event, fields) => errors.push({ event, ...fields }) };
	const settings = async () => defaultSettings;
	const provider = openProvider(
		{ store, clock: { now }, origin, secret, log, settings, demo: true, isUnavailable },
		now
	);

	const send: Send = async (input, init = {}) => {
		const request = new Request(new URL(input, origin), { ...init, redirect: 'manual' });
		const body = init.body ? new TextEncoder().encode(String(init.body)) : undefined;
		if (body) request.headers.set('content-length', String(body.byteLength));
		return bridge(request, {
			provider: await provider(),
			store,
			origin,
			ip: '192.0.2.1',
			log,
			render: async (page) => Response.json(page, { headers: { 'content-security-policy': pagePolicy } })
		});
	};

	return {
		origin,
		store,
		clock: { now },
		statements,
		errors,
		send,
		browser: () => createBrowser(send, origin),
		close: async () => {
			await store.close();
			await rm(folder, { recursive: true });
		}
	};
}

export type Browser = ReturnType<typeof createBrowser>;

/** Cookies by name and path; nothing else of a browser. */
function createBrowser(send: Send, origin: string) {
	const cookies = new Map<string, { name: string; value: string; path: string }>();

	function keep(response: Response): void {
		for (const line of response.headers.getSetCookie()) {
			const [pair = '', ...attributes] = line.split('; ');
			const [name = '', value = ''] = pair.split(/=(.*)/s);
			const at = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/';
			if (line.includes('expires=Thu, 01 Jan 1970')) cookies.delete(`${name};${at}`);
			else cookies.set(`${name};${at}`, { name, value, path: at });
		}
	}

	return {
		cookies,
		cookie: (name: string) => [...cookies.values()].find((cookie) => cookie.name === name)?.value,
		async open(address: string | URL, init: RequestInit = {}): Promise<Response> {
			const { pathname } = new URL(address, origin);
			const sent = [...cookies.values()].filter((cookie) => pathname.startsWith(cookie.path));
			const headers = new Headers({ accept: 'text/html,*/*;q=0.8', ...(init.headers as Record<string, string>) });
			if (sent.length > 0) headers.set('cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; '));
			const response = await send(address, { ...init, headers });
			keep(response);
			return response;
		}
	};
}

type ApplicationFields = Partial<Application> & Pick<Application, 'id'> & { secret?: string };

export function application({ secret: value, ...fields }: ApplicationFields): Application {
	return {
		name: 'Shop',
		type: 'SPA',
		redirectUris: [redirectUri],
		postLogoutRedirectUris: [afterSignOut],
		secrets: value === undefined ? [] : [{ name: 'Default secret', value, createdAt: 1 }],
		customClientMetadata: {},
		customData: {},
		isThirdParty: false,
		createdAt: 1,
		...fields
	};
}

export function person(fields: Partial<User> = {}): User {
	return {
		id: 'user00000001',
		primaryPhone: '8613800138000',
		profile: {},
		customData: {},
		isSuspended: false,
		createdAt: 1_700_000_000_000,
		updatedAt: 1_700_000_000_001,
		...fields
	};
}

export function form(fields: Record<string, string>): RequestInit {
	return {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(fields).toString()
	};
}

export function basic(id: string, clientSecret: string): string {
	return `Basic ${Buffer.from(`${id}:${clientSecret}`).toString('base64')}`;
}

/** An authorization request as Logto's SDKs make it. */
export function authorization(parameters: Record<string, string>): { url: string; verifier: string } {
	const verifier = randomBytes(32).toString('base64url');
	const query = new URLSearchParams({
		redirect_uri: redirectUri,
		response_type: 'code',
		scope: 'openid offline_access profile',
		prompt: 'consent',
		state: 'a-state',
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256'
	});
	for (const [name, value] of Object.entries(parameters)) {
		if (value) query.set(name, value);
		else query.delete(name);
	}
	return { url: `/oidc/auth?${query}`, verifier };
}

/** The uid that the resume cookie holds. */
export function uidOf(browser: Browser): string {
	const uid = [...browser.cookies.values()].filter(({ name }) => name.endsWith('_interaction_resume')).at(-1)?.value;
	if (!uid) throw new Error('no interaction was opened');
	return uid;
}

/** As the submit use case ends an interaction. */
export async function finish(harness: Harness, uid: string, accountId = person().id): Promise<void> {
	await harness.store.interactions.setResult(uid, { login: { accountId, ts: Math.floor(Date.now() / 1000) } });
}

/** From the authorization request to the redirect with its code. */
export async function signIn(
	harness: Harness,
	browser: Browser,
	parameters: Record<string, string>,
	accountId?: string
): Promise<{ location: URL; verifier: string; code: string }> {
	const { url, verifier } = authorization(parameters);
	let response = await browser.open(url);
	if (response.headers.get('location')?.startsWith('/')) {
		const uid = uidOf(browser);
		await finish(harness, uid, accountId);
		response = await browser.open(`/oidc/auth/${uid}`);
	}
	const location = new URL(response.headers.get('location') ?? '', harness.origin);
	return { location, verifier, code: location.searchParams.get('code') ?? '' };
}

export async function json(response: Response): Promise<Record<string, unknown>> {
	return (await response.json()) as Record<string, unknown>;
}
