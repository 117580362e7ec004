// T2: guesses in parallel. Every acceptance is one conditional write, on both databases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn } from '../support/api-client.ts';
import { isMissing } from '../support/machine.ts';
import { somePhone } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const noPostgres = await isMissing('PostgreSQL');

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
	let foyer: Foyer;
	let drop: (() => Promise<void>) | undefined;

	beforeAll(async () => {
		if (engine === 'PostgreSQL' && noPostgres) return;
		const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
		drop = database?.drop;
		foyer = await startFoyer({ databaseUrl: database?.url });
	});
	afterAll(async () => {
		await foyer?.stop();
		await drop?.();
	});

	const race = engine === 'PostgreSQL' ? it.skipIf(noPostgres) : it;

	async function sentCode() {
		const journey = await startSignIn(foyer);
		await journey.api('PUT', '', { interactionEvent: 'Register' });
		const phone = somePhone();
		const to = { type: 'phone' as const, value: phone };
		const after = Date.now() - 1;
		const { verificationId } = (await journey.sendCode(to, 'Register')).body as { verificationId: string };
		return { journey, to, verificationId, code: await foyer.inbox.codeFor(`+${phone}`, { after }) };
	}

	race('fifty correct submissions of one code have one winner', async () => {
		const { journey, to, verificationId, code } = await sentCode();
		const answers = await Promise.all(Array.from({ length: 50 }, () => journey.checkCode(to, verificationId, code)));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(answers.filter(({ status }) => status >= 500)).toHaveLength(0);
	});

	race('of two hundred guesses at most five are evaluated', async () => {
		const { journey, to, verificationId, code } = await sentCode();
		const wrong = code === '000000' ? '111111' : '000000';
		const guesses = Array.from({ length: 200 }, (_, index) => (index < 195 ? wrong : code));
		const answers = await Promise.all(guesses.map((guess) => journey.checkCode(to, verificationId, guess)));
		const codes = answers.map(({ body }) => (body as { code?: string }).code ?? 'accepted');
		const evaluated = codes.filter((answer) => answer === 'accepted' || answer === 'verification_code.code_mismatch');
		expect(evaluated.length).toBeLessThanOrEqual(5);
		// An overloaded database may answer 503, and then has counted nothing.
		expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toHaveLength(0);
		const afterwards = await journey.checkCode(to, verificationId, code);
		expect(afterwards.status).not.toBe(200);
	});

	race('twenty submits of one interaction end in one account and one way on', async () => {
		const { journey, to, verificationId, code } = await sentCode();
		await journey.checkCode(to, verificationId, code);
		await journey.api('POST', 'identification', { verificationId });
		const answers = await Promise.all(Array.from({ length: 20 }, () => journey.api('POST', 'submit')));
		const ways = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => JSON.stringify(body)));
		expect(ways.size).toBe(1);
		expect(answers.filter(({ status }) => status >= 500)).toHaveLength(0);
		const users = JSON.parse((await foyer.run(['user', 'list', '--json', '--search', to.value])).stdout) as unknown[];
		expect(users).toHaveLength(1);
	});

	race('two interactions that register one number end in one account', async () => {
		const first = await sentCode();
		await foyer.advanceClock(61_000);
		const journey = await startSignIn(foyer);
		await journey.api('PUT', '', { interactionEvent: 'Register' });
		const after = Date.now() - 1;
		const sent = await journey.sendCode(first.to, 'Register');
		const { verificationId } = sent.body as { verificationId: string };
		const code = await foyer.inbox.codeFor(`+${first.to.value}`, { after });
		await first.journey.checkCode(first.to, first.verificationId, first.code);
		await journey.checkCode(first.to, verificationId, code);
		await first.journey.api('POST', 'identification', { verificationId: first.verificationId });
		await journey.api('POST', 'identification', { verificationId });
		const answers = await Promise.all([first.journey.api('POST', 'submit'), journey.api('POST', 'submit')]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
		expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({ code: 'user.phone_already_in_use' });
	});
});
