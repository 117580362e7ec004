// Consent in parallel: one answer counts, and one code flow goes on, on both databases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithCode, startSignIn, type Application } from '../support/api-client.ts';
import { isMissing } from '../support/machine.ts';
import { somePhone } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const noPostgres = await isMissing('PostgreSQL');
const address = '/api/interaction/consent';

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
	let foyer: Foyer;
	let shop: Application;
	let drop: (() => Promise<void>) | undefined;

	beforeAll(async () => {
		if (engine === 'PostgreSQL' && noPostgres) return;
		const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
		drop = database?.drop;
		foyer = await startFoyer({ databaseUrl: database?.url });
		const redirectUri = 'https://shop.example/callback';
		const { id, secret } = await foyer.createApplication({ redirectUris: [redirectUri], more: ['--third-party'] });
		shop = { id, secret, redirectUri };
	});
	afterAll(async () => {
		await foyer?.stop();
		await drop?.();
	});

	const race = engine === 'PostgreSQL' ? it.skipIf(noPostgres) : it;

	async function asked() {
		const phone = somePhone();
		const { browser } = await signInWithCode(foyer, { phone });
		const journey = await startSignIn(foyer, { browser, application: shop });
		const headers = { 'foyer-interaction': journey.page.searchParams.get('uid') ?? '' };
		const { body } = await journey.api('GET', address, undefined, headers);
		const { version } = body as { version: string };
		const answer = (reply: object) => journey.api('POST', address, reply, headers);
		return { phone, journey, version, answer };
	}

	const times = (run: (index: number) => Promise<{ status: number; body: unknown }>) =>
		Promise.all(Array.from({ length: 20 }, (_, index) => run(index)));
	const waysOn = (answers: { status: number; body: unknown }[]) => [
		...new Set(
			answers.filter(({ status }) => status === 200).map(({ body }) => (body as { redirectTo: string }).redirectTo)
		)
	];

	race('twenty times yes is one way on, and one code', async () => {
		const { phone, journey, version, answer } = await asked();
		const answers = await times(() => answer({ version }));
		expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
		const [wayOn = '', ...others] = waysOn(answers);
		expect(others).toEqual([]);
		expect((await journey.exchange(await journey.finish(wayOn))).status).toBe(200);
		const { stdout } = await foyer.run(['user', 'grants', phone, '--json']);
		expect(
			(JSON.parse(stdout) as { applicationId: string }[]).map(({ applicationId }) => applicationId).sort()
		).toEqual(['demo-app', shop.id].sort());
	});

	race('yes and no at once is one of them, for everybody', async () => {
		const { journey, version, answer } = await asked();
		const answers = await times((index) => answer(index % 2 ? { version } : { deny: true }));
		const [wayOn = '', ...others] = waysOn(answers);
		expect(others).toEqual([]);
		const { searchParams } = await journey.finish(wayOn);
		expect([searchParams.has('code'), searchParams.get('error') === 'access_denied']).toContain(true);
		expect(searchParams.has('code') && searchParams.has('error')).toBe(false);
	});
});
