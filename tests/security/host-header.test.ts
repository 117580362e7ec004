// T7: no header ends in an address, a message or a redirect. There is one configured origin.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn } from '../support/api-client.ts';
import { idOf } from '../support/passwords.ts';
import { someEmail } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const foreign = 'evil.example';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer.stop());

type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string };
type Seen = { status: number; location: string | undefined; everything: string };

/** Not `fetch`: that one would not let us lie about the host. */
function send({ method = 'GET', path, headers, body }: Sent): Promise<Seen> {
	const { port } = new URL(foyer.origin);
	return new Promise((resolve, reject) => {
		const asked = request({ host: 'localhost', port, method, path, headers, setHost: !headers?.['host'] }, (answer) => {
			let text = '';
			answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
			answer.on('end', () =>
				resolve({
					status: answer.statusCode ?? 0,
					location: answer.headers.location,
					everything: `${answer.rawHeaders.join('\n')}\n${text}`
				})
			);
		});
		asked.on('error', reject);
		asked.end(body);
	});
}

const lies: [string, Record<string, string>][] = [
	['Host', { host: foreign }],
	['Host with a port', { host: `${foreign}:443` }],
	['X-Forwarded-Host', { 'x-forwarded-host': foreign }],
	['X-Forwarded-Proto', { 'x-forwarded-proto': 'https', 'x-forwarded-host': foreign }],
	['X-Forwarded-Port and -Prefix', { 'x-forwarded-port': '4433', 'x-forwarded-prefix': `/${foreign}` }],
	['X-Forwarded-Server', { 'x-forwarded-server': foreign, 'x-host': foreign, 'x-http-host-override': foreign }],
	['Forwarded', { forwarded: `for=1.2.3.4;host=${foreign};proto=https` }],
	['X-Original-URL', { 'x-original-url': `/${foreign}`, 'x-rewrite-url': `/${foreign}` }]
];

const authorization = () =>
	`/oidc/auth?${new URLSearchParams({
		client_id: 'demo-app',
		redirect_uri: `${foyer.origin}/demo-app/callback`,
		response_type: 'code',
		scope: 'openid',
		code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
		code_challenge_method: 'S256'
	})}`;

describe.each(lies)('a false %s', (_, headers) => {
	it.each([
		['discovery', () => '/oidc/.well-known/openid-configuration'],
		['a page', () => '/unknown-session'],
		['a page that does not exist', () => '/nowhere'],
		['the settings', () => '/api/.well-known/sign-in-exp'],
		['the demo application', () => '/demo-app']
	])('changes nothing about %s', async (__, path) => {
		const plain = await send({ path: path() });
		const seen = await send({ path: path(), headers });
		expect(seen.status).toBe(plain.status);
		expect(seen.everything).not.toMatch(/evil\.example|(?<![\w-])4433(?![\w-])/);
	});

	it('does not lead an authorization away', async () => {
		const seen = await send({ path: authorization(), headers });
		expect(seen.status).toBe(303);
		expect(new URL(seen.location ?? '', foyer.origin).origin).toBe(foyer.origin);
		expect(seen.everything).not.toMatch(/evil\.example|(?<![\w-])4433(?![\w-])/);
	});
});

it('an address with a host in the request line is read without it, or refused', async () => {
	const path = `http://${foreign}/oidc/.well-known/openid-configuration`;
	const seen = await send({ path, headers: { host: foreign } });
	expect([200, 400, 404]).toContain(seen.status);
	expect(seen.everything).not.toContain(`"issuer":"http://${foreign}`);
	expect(seen.everything).not.toMatch(/https?:\/\/evil\.example\/oidc/);
});

it('a message never carries a host that a request brought', async () => {
	const journey = await startSignIn(foyer);
	await journey.api('PUT', '', { interactionEvent: 'SignIn' });
	const to = someEmail();
	const body = { identifier: { type: 'email', value: to }, interactionEvent: 'SignIn' };
	const headers = { 'x-forwarded-host': foreign, forwarded: `host=${foreign}` };
	const sent = await journey.api('POST', 'verification/verification-code', body, headers);
	expect(idOf(sent)).toBeTruthy();
	await foyer.inbox.codeFor(to);
	const mail = await foyer.inbox.messageFor(to);
	expect(JSON.stringify(mail)).not.toContain(foreign);
});
