// Applications over their life, from the command line: what an operator changes shows at once, what is refused changes nothing.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startFoyer, type Foyer } from '../support/server.ts';

describe('changing an application of a running Foyer', () => {
	let foyer: Foyer;
	beforeAll(async () => {
		foyer = await startFoyer();
	});
	afterAll(() => foyer.stop());

	async function showApplication(id: string): Promise<Record<string, unknown>> {
		return JSON.parse((await foyer.run(['app', 'show', id, '--json'])).stdout) as Record<string, unknown>;
	}

	/** Introspection asks for the application's own authentication, and for nothing else. */
	async function isAccepted(id: string, secret = ''): Promise<boolean> {
		const { status } = await fetch(`${foyer.origin}/oidc/token/introspection`, {
			method: 'POST',
			headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
			body: new URLSearchParams({ token: 'unknown' })
		});
		return status === 200;
	}

	it('changes an application: what is named is replaced, everything else stays', async () => {
		const { id, secret } = await foyer.createApplication({
			redirectUris: ['http://localhost:3000/callback'],
			postLogoutRedirectUris: ['http://localhost:3000/']
		});
		const uris = ['http://localhost:3000/back', 'http://localhost:3000/again'];
		const renamed = await foyer.run([
			'app',
			'update',
			id,
			'--name',
			'Shop',
			...uris.flatMap((uri) => ['--redirect', uri])
		]);
		expect(renamed).toMatchObject({ code: 0, stdout: expect.stringContaining('Shop') });
		expect(await showApplication(id)).toMatchObject({
			name: 'Shop',
			type: 'Traditional',
			redirectUris: uris,
			postLogoutRedirectUris: ['http://localhost:3000/']
		});
		expect(await foyer.run(['app', 'update', id, '--post-logout', ''])).toMatchObject({ code: 0 });
		expect(await showApplication(id)).toMatchObject({ redirectUris: uris, postLogoutRedirectUris: [] });
		expect(await isAccepted(id, secret)).toBe(true);
	});

	it('refuses a change that nobody could sign in with, and changes nothing', async () => {
		const { id } = await foyer.createApplication({ redirectUris: ['http://localhost:3000/callback'] });
		const before = await showApplication(id);
		for (const [options, words] of [
			[['--redirect', 'https://*.shop.example/'], '--redirect https://*.shop.example/ must not have a wildcard'],
			[['--post-logout', 'shop.example'], '--post-logout shop.example is not a complete address'],
			[
				['--redirect', 'localhost:3000/callback'],
				'--redirect localhost:3000/callback lacks http:// or https:// in front'
			],
			[['--name', ' '], 'name:']
		] as const) {
			const ran = await foyer.run(['app', 'update', id, ...options]);
			expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining(words) });
		}
		expect(await foyer.run(['app', 'update', id])).toMatchObject({ code: 2 });
		expect(await foyer.run(['app', 'update', 'nobody', '--name', 'Shop'])).toMatchObject({ code: 1 });
		expect(await showApplication(id)).toEqual(before);
	});

	it('gives an application a new secret, shown once, and the old one stops working', async () => {
		const { id, secret } = await foyer.createApplication({ redirectUris: ['http://localhost:3000/callback'] });
		expect(await isAccepted(id, secret)).toBe(true);
		const renewed = await foyer.run(['app', 'secret', id, '--json']);
		const next = (JSON.parse(renewed.stdout) as { secret: string }).secret;
		await vi.waitFor(async () => expect(await isAccepted(id, secret)).toBe(false), 5000);
		expect(await isAccepted(id, next)).toBe(true);
		expect((await foyer.run(['app', 'show', id, '--json'])).stdout).not.toContain(next);
		expect(await foyer.run(['app', 'secret', 'demo-app'])).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('SPA applications have no secret')
		});
	});
});
