// T3: recoveries in parallel. One proof changes a password once, on both databases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignIn } from '../support/api-client.ts';
import { isMissing } from '../support/machine.ts';
import {
	begin,
	better,
	codeOf,
	good,
	idOf,
	manySends,
	openRecovery,
	signUp,
	tryPassword
} from '../support/passwords.ts';
import { openMachine } from '../support/management.ts';
import { someEmail } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const noPostgres = await isMissing('PostgreSQL');

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
	let foyer: Foyer;
	let drop: (() => Promise<void>) | undefined;

	beforeAll(async () => {
		if (engine === 'PostgreSQL' && noPostgres) return;
		const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
		drop = database?.drop;
		const settings = { ...presets.emailOrPhoneWithPassword, ...manySends };
		foyer = await startFoyer({ databaseUrl: database?.url, settings });
	});
	afterAll(async () => {
		await foyer?.stop();
		await drop?.();
	});

	const race = engine === 'PostgreSQL' ? it.skipIf(noPostgres) : it;

	async function somebody() {
		const email = { type: 'email', value: someEmail() } as const;
		await signUp(foyer, [email]);
		return email;
	}

	/** The passwords, of those named, that sign the person in now. */
	async function accepted(email: { type: 'email'; value: string }, passwords: string[]): Promise<string[]> {
		const journey = await begin(foyer, 'SignIn');
		const answers = await Promise.all(passwords.map((password) => tryPassword(journey, email, password)));
		return passwords.filter((_, index) => answers[index]?.status === 200);
	}

	race('fifty submits of one recovery change the password once, and tell the owner once', async () => {
		const email = await somebody();
		const before = (await foyer.inbox.messages(email.value)).length;
		const journey = await openRecovery(foyer, email);
		const answers = await Promise.all(Array.from({ length: 50 }, () => journey.api('POST', 'submit')));
		expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
		expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		expect(await accepted(email, [good, better])).toEqual([better]);
		// The code, and one notice of the change.
		await expect.poll(async () => (await foyer.inbox.messages(email.value)).length - before).toBe(2);
	});

	race('a link that was sent before opens nothing after the change, followed or not', async () => {
		const email = await somebody();
		const machine = await openMachine(foyer);
		const context = { interactionEvent: 'ForgotPassword' };
		const links: string[] = [];
		for (let count = 0; count < 2; count += 1) {
			const made = await machine.api('POST', 'one-time-tokens', { email: email.value, context });
			links.push((made.body as { token: string }).token);
		}
		const follow = async (journey: SignIn, token: string | undefined) =>
			idOf(await journey.api('POST', 'verification/one-time-token/verify', { identifier: email, token }));
		const early = await begin(foyer, 'ForgotPassword');
		const verificationId = await follow(early, links[0]);
		expect((await early.api('POST', 'identification', { verificationId })).status).toBe(204);
		expect((await early.api('PUT', 'profile/password', { password: `${better}, of the link` })).status).toBe(204);

		expect((await (await openRecovery(foyer, email)).api('POST', 'submit')).status).toBe(204);
		expect(codeOf(await early.api('POST', 'submit'))).toBe('session.verification_failed');
		const late = await begin(foyer, 'ForgotPassword');
		const identified = await late.api('POST', 'identification', { verificationId: await follow(late, links[1]) });
		expect(codeOf(identified)).toBe('session.verification_failed');
		expect(await accepted(email, [good, better, `${better}, of the link`])).toEqual([better]);

		const anew = await machine.api('POST', 'one-time-tokens', { email: email.value, context });
		const fresh = await begin(foyer, 'ForgotPassword');
		const proof = await follow(fresh, (anew.body as { token: string }).token);
		expect((await fresh.api('POST', 'identification', { verificationId: proof })).status).toBe(204);
	});

	race('of recoveries from several proofs one changes the password', async () => {
		const email = await somebody();
		const passwords = Array.from({ length: 6 }, (_, index) => `${better}, the ${index}th`);
		const journeys = [];
		for (const password of passwords) journeys.push(await openRecovery(foyer, email, password));
		const answers = await Promise.all(journeys.map(({ api }) => api('POST', 'submit')));
		expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
		expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		const winner = answers.findIndex(({ status }) => status === 204);
		expect(await accepted(email, passwords)).toEqual([passwords[winner]]);
	});
});
