// Settings over HTTP: tried out in a draft, published, and taken back. Nobody who signs in meets a draft.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let second: Foyer;
let machine: Machine;
let folder: string;
beforeAll(async () => {
	// Two processes on one database, as behind a load balancer.
	folder = await mkdtemp(path.join(tmpdir(), 'foyer-shared-'));
	const databaseUrl = `file:${path.join(folder, 'foyer.db')}`;
	const env = { FOYER_SECRET: randomBytes(32).toString('hex') };
	foyer = await startFoyer({ databaseUrl, env });
	second = await startFoyer({ databaseUrl, env });
	machine = await openMachine(foyer);
});
afterAll(async () => {
	await Promise.all([second.stop(), foyer.stop()]);
	await rm(folder, { recursive: true });
});

const purple = { primaryColor: '#553399', isDarkModeEnabled: true, darkPrimaryColor: '#bb99ee' };
const teal = { primaryColor: '#0d6e62', isDarkModeEnabled: true, darkPrimaryColor: '#57c9b6' };
type Draft = {
	changes: object;
	diff: { field: string }[];
	problems: { code: string; field: string; message: string }[];
};
type Version = { id: string; kind: string; fields: string[]; applicationId: string | null };

const put = (changes: object) => machine.api('PUT', 'sign-in-exp/draft', changes);
const versions = async () => (await machine.api('GET', 'sign-in-exp/versions')).body as Version[];
const shownBy = async ({ address }: Foyer) => {
	const { body } = await openBrowser(address).api('GET', '/api/.well-known/sign-in-exp');
	return (body as { color: object }).color;
};

describe('a draft of the settings', () => {
	it('is empty at first, and cannot be published then', async () => {
		expect((await machine.api('GET', 'sign-in-exp/draft')).body).toMatchObject({
			changes: {},
			diff: [],
			updatedAt: null
		});
		expect(await machine.api('POST', 'sign-in-exp/publish')).toMatchObject({ status: 404 });
	});

	it('says what it would change, and nobody but administrators meets it', async () => {
		const drafted = await put({ color: purple, supportEmail: null });
		const { diff, changes } = drafted.body as Draft;
		expect(drafted.status).toBe(200);
		expect(diff).toEqual([{ field: 'color', before: teal, after: purple }]);
		expect(Object.keys(changes)).toEqual(['color']);
		expect((await machine.api('GET', 'sign-in-exp')).body).toMatchObject({ color: teal });
		expect(await shownBy(foyer)).toEqual(teal);
		for (const path of ['/sign-in', '/api/.well-known/sign-in-exp', '/api/openapi.json']) {
			expect(await (await fetch(foyer.origin + path)).text(), path).not.toContain(purple.primaryColor);
		}
	});

	it('may break rules, lists each with its field, and is not published until it keeps them', async () => {
		const methods = [{ identifier: 'phone', password: false, verificationCode: false, isPasswordPrimary: false }];
		const drafted = await put({ signIn: { methods }, branding: { logoUrl: 'https://elsewhere.example/logo.png' } });
		const { problems } = drafted.body as Draft;
		expect(problems.map(({ code }) => code)).toEqual(
			expect.arrayContaining([
				'sign_in_experiences.at_least_one_authentication_factor',
				'request.feature_not_supported'
			])
		);
		for (const { field, message } of problems)
			expect([field, message]).toEqual([expect.any(String), expect.any(String)]);
		expect(await machine.api('POST', 'sign-in-exp/publish')).toMatchObject({
			status: 400,
			body: { code: 'sign_in_experiences.at_least_one_authentication_factor' }
		});
		expect((await machine.api('GET', 'sign-in-exp/draft')).body).toMatchObject({ changes: { signIn: { methods } } });
	});

	it('holds no value that its setting cannot have, and names every such field', async () => {
		expect(await put({ color: { primaryColor: 'red' }, signInMode: 'Both' })).toMatchObject({
			status: 400,
			body: {
				code: 'guard.invalid_input',
				data: {
					issues: expect.arrayContaining([
						expect.objectContaining({ path: 'color.primaryColor' }),
						expect.objectContaining({ path: 'signInMode' })
					])
				}
			}
		});
		expect((await put({ nonsense: 1 })).status).toBe(400);
	});

	it('is thrown away', async () => {
		await put({ color: purple });
		expect((await machine.api('DELETE', 'sign-in-exp/draft')).status).toBe(204);
		expect((await machine.api('GET', 'sign-in-exp/draft')).body).toMatchObject({ changes: {}, diff: [] });
	});
});

describe('publishing', () => {
	it('shows on another process within a second, and what somebody else changed meanwhile stays', async () => {
		await put({ color: purple });
		await machine.api('PATCH', 'sign-in-exp', { supportEmail: 'help@shop.example' });
		expect(await shownBy(second)).toEqual(teal);
		const published = await machine.api('POST', 'sign-in-exp/publish');
		expect(published).toMatchObject({ status: 200, body: { color: purple, supportEmail: 'help@shop.example' } });
		await expect.poll(() => shownBy(second), { timeout: 1000, interval: 25 }).toEqual(purple);
		expect((await machine.api('GET', 'sign-in-exp/draft')).body).toMatchObject({ changes: {} });
	});

	it('leaves a version that says who, what and how, and can be gone back from', async () => {
		const [published, changed, ...older] = await versions();
		expect(published).toMatchObject({ kind: 'publish', fields: ['color'], applicationId: machine.id });
		expect(changed).toMatchObject({ kind: 'change', fields: ['supportEmail'] });
		const initial = older.find(({ kind }) => kind === 'initial');
		const detail = await machine.api('GET', `sign-in-exp/versions/${initial?.id}`);
		expect((detail.body as Draft).diff.map(({ field }) => field)).toEqual(
			expect.arrayContaining(['color', 'supportEmail'])
		);

		await machine.api('PATCH', 'sign-in-exp', { branding: { name: 'Shop' } });
		const restored = await machine.api('POST', `sign-in-exp/versions/${changed?.id}/restore`);
		expect(restored).toMatchObject({ status: 200, body: { color: teal, supportEmail: 'help@shop.example' } });
		// What the version did not have is gone again.
		expect((restored.body as { branding: object }).branding).toEqual({});
		expect((await versions())[0]).toMatchObject({ kind: 'restore' });
		expect((await machine.api('POST', 'sign-in-exp/versions/nothing/restore')).status).toBe(404);
	});

	it('takes away what the draft has taken away', async () => {
		const branding = { name: 'Shop', logoUrl: '/logo.png', artworkColor: '#1e3a8a' };
		expect((await machine.api('PATCH', 'sign-in-exp', { branding })).status).toBe(200);
		const drafted = await put({ branding: { logoUrl: null, artworkColor: null } });
		expect(drafted.body).toMatchObject({
			settings: { branding: { name: 'Shop' } },
			diff: [{ field: 'branding', before: branding, after: { name: 'Shop' } }]
		});
		expect(await machine.api('GET', 'sign-in-exp/draft')).toMatchObject({
			body: { diff: [{ after: { name: 'Shop' } }] }
		});
		const published = await machine.api('POST', 'sign-in-exp/publish');
		expect((published.body as { branding: object }).branding).toEqual({ name: 'Shop' });
	});

	it('is written into the log', async () => {
		const { body } = await machine.api('GET', 'logs?logKey=Management.Settings');
		const keys = (body as { key: string; payload: { applicationId: string } }[]).map(({ key }) => key);
		expect(keys).toEqual(expect.arrayContaining(['Management.Settings.Publish', 'Management.Settings.Restore']));
	});
});
