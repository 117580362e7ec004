// T3: what is good once, asked for in parallel: one-time tokens, authorization codes and refresh tokens, on both
// databases. On PostgreSQL every second request reaches another process.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithCode, type Answer, type SignIn, type Tokens } from '../support/api-client.ts';
import { done } from '../support/factors.ts';
import { findFreePort } from '../support/free-port.ts';
import { isMissing } from '../support/machine.ts';
import { openMachine } from '../support/management.ts';
import { begin, codeOf, finish, idOf, prove, useTokens } from '../support/passwords.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const noPostgres = await isMissing('PostgreSQL');
/** As `reuseGraceMs` of the provider's adapter. */
const graceMs = 3000;
/** The pair of RFC 7636, appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
	let foyer: Foyer;
	let second: Foyer | undefined;
	let origins: string[];
	let drop: (() => Promise<void>) | undefined;

	beforeAll(async () => {
		if (engine === 'PostgreSQL' && noPostgres) return;
		const [port, other] = [await findFreePort(), await findFreePort()];
		const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
		drop = database?.drop;
		const env = { FOYER_SECRET: randomBytes(32).toString('hex'), FOYER_ORIGIN: `http://localhost:${port}` };
		foyer = await startFoyer({ databaseUrl: database?.url, env: { ...env, PORT: String(port) } });
		origins = [foyer.origin];
		if (!database) return;
		// Without a sandbox of its own, or it would take over the connectors.
		const apart = { PORT: String(other), SANDBOX_PORT: '0' };
		second = await startFoyer({ databaseUrl: database.url, env: { ...env, ...apart } });
		origins.push(`http://localhost:${other}`);
	});
	afterAll(async () => {
		await Promise.all([foyer?.stop(), second?.stop()]);
		await drop?.();
	});

	const race = engine === 'PostgreSQL' ? it.skipIf(noPostgres) : it;
	const times = <Outcome>(run: (origin: string, index: number) => Promise<Outcome>) =>
		Promise.all(Array.from({ length: 20 }, (_, index) => run(origins[index % origins.length] ?? '', index)));

	race('a one-time token opens one of twenty interactions', async () => {
		const email = someEmail();
		await signInWithCode(foyer, { email });
		const machine = await openMachine(foyer);
		const made = await done(machine.api('POST', 'one-time-tokens', { email, context: {} }), 201);
		const { token } = made.body as { token: string };
		const journeys = await times(() => begin(foyer, 'SignIn'));
		const answers = await times(async (origin, index): Promise<Answer> => {
			const address = `${origin}/api/experience/verification/one-time-token/verify`;
			const body = JSON.stringify({ identifier: { type: 'email', value: email }, token });
			const headers = { 'content-type': 'application/json' };
			const answer = await (journeys[index] as SignIn).request(address, { method: 'POST', headers, body });
			return { status: answer.status, body: await answer.json(), headers: answer.headers };
		});
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		const winner = answers.findIndex(({ status }) => status === 200);
		const losers = answers.filter((_, index) => index !== winner);
		expect(new Set(losers.map(codeOf))).toEqual(new Set(['one_time_token.token_consumed']));

		const verificationId = idOf(answers[winner] as Answer);
		const identified = await times((_, index) =>
			(journeys[index] as SignIn).api('POST', 'identification', { verificationId })
		);
		expect(identified.map(({ status }) => status)).toEqual(answers.map((_, index) => (index === winner ? 204 : 404)));
		expect(await finish(journeys[winner] as SignIn)).toHaveProperty('access_token');
	});

	/** Somebody who has signed up, as far as the application's callback: what redeems the code. */
	async function approved() {
		const journey = await begin(foyer, 'Register', { parameters: { code_challenge: challenge } });
		const phone = { type: 'phone', value: somePhone() } as const;
		const verificationId = await prove(foyer, journey, phone, 'Register');
		await done(journey.api('POST', 'identification', { verificationId }), 201);
		const { body } = await done(journey.api('POST', 'submit'));
		const callback = await journey.finish((body as { redirectTo: string }).redirectTo);
		const fields = {
			grant_type: 'authorization_code',
			code: callback.searchParams.get('code') ?? '',
			redirect_uri: journey.application.redirectUri,
			code_verifier: verifier
		};
		return (origin: string) => askForTokens(origin, fields);
	}

	async function expectEnded(tokens: Tokens[]) {
		for (const one of tokens) {
			for (const origin of origins) {
				expect(await useTokens(origin, one)).toMatchObject({ userinfo: 401, refresh: 'invalid_grant' });
			}
		}
	}

	race('a code is redeemed once, and whatever it was redeemed for ends (RFC 6749 §4.1.2)', async () => {
		const redeem = await approved();
		const answers = await times(redeem);
		const accepted = answers.filter(({ status }) => status === 200);
		expect(accepted).toHaveLength(1);
		expect(answers.filter(isRefused)).toHaveLength(19);
		await expectEnded(accepted.map(({ body }) => body));
	});

	race('a refresh token renews all who ask at once, for three seconds, and then ends what it renewed', async () => {
		const { body } = await (await approved())(foyer.origin);
		const renew = (origin: string) =>
			askForTokens(origin, { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' });
		const answers = await times(renew);
		const renewedBy = Date.now();
		expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
		const issued = [body, ...answers.map((answer) => answer.body)];
		expect(new Set(issued.map(({ refresh_token }) => refresh_token)).size).toBe(21);

		let lastAcceptedAt = 0;
		const tryLater = async () => {
			const at = Date.now();
			const answer = await renew(foyer.origin);
			if (isRefused(answer)) return true;
			issued.push(answer.body);
			lastAcceptedAt = at;
			return false;
		};
		await expect.poll(tryLater, { interval: 200, timeout: 2 * graceMs }).toBe(true);
		// None of the uses in between has prolonged it.
		expect(lastAcceptedAt).toBeLessThan(renewedBy + graceMs);
		await expectEnded(issued);
	});
});

type TokenAnswer = { status: number; body: Tokens & { error?: string } };

async function askForTokens(origin: string, fields: Record<string, string>): Promise<TokenAnswer> {
	const body = new URLSearchParams({ client_id: 'demo-app', ...fields });
	const response = await fetch(`${origin}/oidc/token`, { method: 'POST', body });
	return { status: response.status, body: (await response.json()) as TokenAnswer['body'] };
}

function isRefused({ status, body }: TokenAnswer): boolean {
	return status === 400 && body.error === 'invalid_grant';
}
