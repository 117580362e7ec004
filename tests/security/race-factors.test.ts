// T2 for second factors: whatever is good once is taken by one of many who bring it at the same moment, on both databases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn, type Answer, type SignIn } from '../support/api-client.ts';
import { totpCode } from '../support/authenticator-app.ts';
import {
	askPasskey,
	bindBackupCodes,
	bindPasskey,
	bindTotp,
	showBackupCode,
	showTotp,
	verification
} from '../support/factors.ts';
import { isMissing } from '../support/machine.ts';
import { finish, openSignIn, signUp, type Name } from '../support/passwords.ts';
import { someUsername } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const noPostgres = await isMissing('PostgreSQL');
const settings = {
	...presets.usernamePassword,
	mfa: { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] },
	passkeySignIn: { enabled: true },
	lockoutPolicy: { perUser: { threshold: 50 }, perIp: { threshold: 10_000 } }
};

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (engine) => {
	let foyer: Foyer;
	let drop: (() => Promise<void>) | undefined;

	beforeAll(async () => {
		if (engine === 'PostgreSQL' && noPostgres) return;
		const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
		drop = database?.drop;
		foyer = await startFoyer({ databaseUrl: database?.url, settings });
	});
	afterAll(async () => {
		await foyer?.stop();
		await drop?.();
	});

	const race = engine === 'PostgreSQL' ? it.skipIf(noPostgres) : it;

	async function someone() {
		const name: Name = { type: 'username', value: someUsername() };
		await signUp(foyer, [name]);
		return { name, signIn: () => openSignIn(foyer, name) };
	}

	async function someoneWithFactors() {
		const { signIn } = await someone();
		const journey = await signIn();
		const secret = await bindTotp(journey);
		const passkey = await bindPasskey(journey);
		const codes = await bindBackupCodes(journey);
		await finish(journey);
		// Two browsers of somebody who knows the password.
		return { secret, passkey, codes, journeys: [await signIn(), await signIn()] as [SignIn, SignIn] };
	}

	/** Twenty at once, in turns by the journeys. */
	const all = (journeys: SignIn[], show: (journey: SignIn) => Promise<Answer>) =>
		Promise.all(Array.from({ length: 20 }, (_, index) => show(journeys[index % journeys.length] as SignIn)));

	/** An overloaded database may answer 503, and then has taken nothing. */
	function expectOneWinner(answers: Answer[]) {
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toHaveLength(0);
	}

	race('a code of an app has one winner, in whichever interaction it is shown', async () => {
		const { secret, journeys } = await someoneWithFactors();
		const code = totpCode(secret, 1);
		expectOneWinner(await all(journeys, (journey) => showTotp(journey, code)));
		const submitted = await Promise.all(journeys.map((journey) => journey.api('POST', 'submit')));
		expect(submitted.map(({ status }) => status).sort()).toEqual([200, 403]);
	});

	race('a backup code has one winner', async () => {
		const { codes, journeys } = await someoneWithFactors();
		expectOneWinner(await all(journeys, (journey) => showBackupCode(journey, codes[0] ?? '')));
		const submitted = await Promise.all(journeys.map((journey) => journey.api('POST', 'submit')));
		expect(submitted.map(({ status }) => status).sort()).toEqual([200, 403]);
	});

	race('the answer to a challenge has one winner, also where the passkey never counts', async () => {
		const { passkey, journeys } = await someoneWithFactors();
		const [journey] = journeys;
		const { verificationId, challenge } = await askPasskey(journey, 'authentication');
		const payload = passkey.assert({ challenge, counter: 0 });
		const body = { verificationId, payload };
		expectOneWinner(await all([journey], () => verification(journey, 'web-authn/authentication/verify', body)));
	});

	race('one signature count has one winner, in whichever interaction it is shown', async () => {
		const { passkey, journeys } = await someoneWithFactors();
		const asked = await Promise.all(journeys.map((journey) => askPasskey(journey, 'authentication')));
		// As a copy of the passkey would: both count on from the same number.
		const show = (journey: SignIn) => {
			const { verificationId = '', challenge = '' } = asked[journeys.indexOf(journey)] ?? {};
			const payload = passkey.assert({ challenge, counter: 7 });
			return verification(journey, 'web-authn/authentication/verify', { verificationId, payload });
		};
		expectOneWinner(await all(journeys, show));
	});

	race('the answer to the challenge of a sign-in by passkey alone has one winner', async () => {
		const { passkey } = await someoneWithFactors();
		const journey = await startSignIn(foyer);
		const asked = await journey.api('POST', '/api/experience/preflight/sign-in-passkey/authentication');
		const { challenge } = (asked.body as { authenticationOptions: { challenge: string } }).authenticationOptions;
		await journey.api('PUT', '', { interactionEvent: 'SignIn' });
		const payload = passkey.assert({ challenge, counter: 0 });
		const path = 'sign-in-passkey/authentication/verify';
		expectOneWinner(await all([journey], () => verification(journey, path, { payload })));
	});

	race('two who set an app up at once end with one', async () => {
		const { signIn } = await someone();
		const journeys = [await signIn(), await signIn()];
		for (const journey of journeys) {
			await bindTotp(journey);
			await bindBackupCodes(journey);
		}
		const answers = await Promise.all(journeys.map((journey) => journey.api('POST', 'submit')));
		const [won, lost] = answers.sort((one, other) => one.status - other.status);
		expect(won?.status).toBe(200);
		// Whoever comes later either finds the app there, or loses the row that both insert.
		expect([403, 422]).toContain(lost?.status);
	});
});
