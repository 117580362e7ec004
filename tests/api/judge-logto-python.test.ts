// The wire sequence of Logto's Python SDK, judged by Authlib: a client that shares no code with us.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMissing } from '../support/machine.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

type Verified = { alg: string; claims: Record<string, unknown> };
type Session = { verified: Verified; userinfo: Record<string, unknown>; renewed: boolean };
type SdkSession = Session &
	Record<'page' | 'iss' | 'signedOutTo' | 'pageAfterwards', string> & { tokenFields: string[] };
type Report = {
	confidential: SdkSession;
	public: SdkSession;
	authlib: Session & { active: boolean; revocation: number };
};

const script = path.join(import.meta.dirname, '../support/judges/logto_wire.py');
const home = 'http://localhost:3000/';

/** Debian's own Python has the libraries; one that stands before it in PATH may not. */
const python = (await finds('python3')) ? 'python3' : '/usr/bin/python3';

describe.skipIf(await isMissing('Authlib'))('an application that uses the Python SDK', () => {
	let foyer: Foyer | undefined;
	let issuer: string;
	let ids: { confidential: string; public: string };
	let report: Report;
	const phones = [somePhone(), somePhone(), somePhone()];

	beforeAll(async () => {
		foyer = await startFoyer();
		issuer = `${foyer.origin}/oidc`;
		const uris = { redirectUris: [`${home}callback`], postLogoutRedirectUris: [home] };
		const confidential = await foyer.createApplication({ type: 'Traditional', ...uris });
		const open = await foyer.createApplication({ type: 'SPA', ...uris });
		ids = { confidential: confidential.id, public: open.id };
		const { code, stdout, stderr } = await run(
			python,
			[script],
			JSON.stringify({
				endpoint: foyer.origin,
				slash: true,
				sandbox: foyer.sandbox.url,
				redirectUri: `${home}callback`,
				homeUri: home,
				confidential,
				public: open,
				phones
			})
		);
		if (code !== 0) throw new Error(stderr);
		report = JSON.parse(stdout) as Report;
	});
	afterAll(() => foyer?.stop());

	it.each(['confidential', 'public', 'authlib'] as const)('gets ES384 ID tokens with a known key: %s', (kind) => {
		const { verified, userinfo } = report[kind];
		expect(verified.alg).toBe('ES384');
		const phone = phones[['confidential', 'public', 'authlib'].indexOf(kind)];
		expect(verified.claims).toMatchObject({ iss: issuer, phone_number: phone, phone_number_verified: true });
		expect(verified.claims.aud).toBe(kind === 'public' ? ids.public : ids.confidential);
		expect(userinfo).toMatchObject({ sub: verified.claims.sub, phone_number: phone });
	});

	it.each(['confidential', 'public', 'authlib'] as const)('renews its access token: %s', (kind) => {
		expect(report[kind].renewed).toBe(true);
	});

	it('opens the sign-up page for interaction_mode=signUp, the sign-in page without', () => {
		expect(report.confidential.page).toBe('/register');
		expect(report.public.page).toBe('/sign-in');
	});

	it('is let in without a secret although the SDK then writes client_secret=None', () => {
		expect(report.public.tokenFields).toEqual(
			expect.arrayContaining(['access_token', 'expires_in', 'id_token', 'refresh_token', 'scope', 'token_type'])
		);
	});

	it('comes home after signing out without an ID token hint, and the session is over', () => {
		for (const session of [report.confidential, report.public]) {
			expect(session.signedOutTo).toBe(home);
			expect(session.pageAfterwards).toBe('/sign-in');
			expect(session.iss).toBe(issuer);
		}
	});

	it('may authenticate by Basic as well, introspect and revoke', () => {
		expect(report.authlib).toMatchObject({ active: true, revocation: 200 });
	});
});

async function finds(command: string): Promise<boolean> {
	return (await run(command, ['-c', 'import requests, authlib.jose'])).code === 0;
}

function run(command: string, args: string[], input = ''): Promise<{ code: number; stdout: string; stderr: string }> {
	const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (chunk) => (stdout += chunk));
	child.stderr.on('data', (chunk) => (stderr += chunk));
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	return new Promise((resolve) => {
		child.once('error', (error) => resolve({ code: 1, stdout, stderr: error.message }));
		child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
	});
}
