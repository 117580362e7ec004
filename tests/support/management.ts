// A machine that manages Foyer: its application, its token, its requests.
import { managementIndicator } from '../../src/lib/contract/management-api.ts';
import { openBrowser, type Answer } from './api-client.ts';
import type { Foyer } from './server.ts';

export type Machine = {
	id: string;
	token: string;
	/** `api('GET', 'users')` is GET /api/users with the machine's token. */
	api(method: string, path: string, body?: unknown): Promise<Answer>;
};

export async function openMachine(foyer: Pick<Foyer, 'origin' | 'createApplication'>): Promise<Machine> {
	const { id, secret } = await foyer.createApplication({
		type: 'MachineToMachine',
		redirectUris: [],
		more: ['--management']
	});
	const token = await askToken(foyer.origin, { id, secret });
	const { api } = openBrowser(foyer.origin);
	const headers = { authorization: `Bearer ${token}` };
	return { id, token, api: (method, path, body) => api(method, `/api/${path}`, body, headers) };
}

export async function askToken(
	origin: string,
	{ id, secret }: { id: string; secret?: string },
	fields: Record<string, string> = {}
): Promise<string> {
	const basic = Buffer.from(`${id}:${secret}`).toString('base64');
	const response = await fetch(`${origin}/oidc/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}` },
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			resource: managementIndicator,
			scope: 'all',
			...fields
		})
	});
	const { access_token: token } = (await response.json()) as { access_token?: string };
	if (!token) throw new Error(`no token: ${response.status}`);
	return token;
}
