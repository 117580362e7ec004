// What an endpoint of the interaction API may cost the database: few statements, whatever it is asked, refusals included.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, startSignIn, type Browser, type InteractionEvent, type SignIn } from '../support/api-client.ts';
import { begin, better, finish, good, idOf, manySends, prove, sendCode, tryPassword } from '../support/passwords.ts';
import { somePhone, someUsername } from '../support/people.ts';
import { isBracket, isRemembered } from '../support/statement-kinds.ts';
import { startWatched, type WatchedFoyer } from '../support/watched-server.ts';

const most = 6;
/** What became of a message is written down when the provider has answered, not while somebody waits. */
const isAfterwards = (sql: string) => /^insert into "outbox"/.test(sql);

const method = { password: true, verificationCode: true, isPasswordPrimary: false };
let foyer: WatchedFoyer;
beforeAll(async () => {
	foyer = await startWatched({
		settings: {
			signUp: {
				identifiers: ['username'],
				password: true,
				verify: false,
				secondaryIdentifiers: [{ identifier: 'phone', verify: true }]
			},
			signIn: {
				methods: [
					{ ...method, identifier: 'phone' },
					{ ...method, identifier: 'username', verificationCode: false }
				]
			},
			...manySends
		}
	});
});
afterAll(() => foyer.stop());

const costs = new Map<string, number>();

/** A browser whose calls of the API are counted, each under what was asked and in which situation. */
function counting(situation: { now: string }): Browser {
	const browser = openBrowser(foyer.origin);
	return {
		...browser,
		async api(method, path, body, headers) {
			await foyer.takeWork();
			const answer = await browser.api(method, path, body, headers);
			const { statements } = await foyer.takeWork();
			const counted = statements.filter((sql) => !isBracket(sql) && !isRemembered(sql) && !isAfterwards(sql));
			const name = `${method} ${path || 'interaction'} ${situation.now}`;
			costs.set(name, Math.max(costs.get(name) ?? 0, counted.length));
			return answer;
		}
	};
}

async function open(event: InteractionEvent, now: string): Promise<{ journey: SignIn; situation: { now: string } }> {
	const situation = { now };
	return { journey: await begin(foyer, event, { browser: counting(situation) }), situation };
}

describe('each endpoint of the interaction API', () => {
	it(`asks the database for ${most} things at most`, async () => {
		const phone = { type: 'phone', value: somePhone() } as const;
		const username = { type: 'username', value: someUsername() } as const;

		const registering = (await open('Register', 'registers')).journey;
		const phoneId = await prove(foyer, registering, phone, 'Register');
		for (const item of [username, { type: 'password', value: good }, { type: 'phone', verificationId: phoneId }]) {
			expect((await registering.api('POST', 'profile', item)).status).toBe(204);
		}
		expect((await registering.api('POST', 'identification', {})).status).toBe(201);
		expect((await registering.api('GET', 'interaction')).status).toBe(200);
		await finish(registering);

		const { journey: byCode, situation } = await open('SignIn', 'guesses a code');
		const { verificationId, code, wrong } = await sendCode(foyer, byCode, phone, 'SignIn');
		expect((await byCode.checkCode(phone, verificationId, wrong)).status).toBe(400);
		situation.now = 'signs in with a code';
		expect((await byCode.checkCode(phone, verificationId, code)).status).toBe(200);
		situation.now = 'brings a code twice';
		expect((await byCode.checkCode(phone, verificationId, code)).status).toBe(400);
		situation.now = 'signs in with a code';
		expect((await byCode.api('POST', 'identification', { verificationId })).status).toBe(204);
		await finish(byCode);

		const { journey: byPassword, situation: typing } = await open('SignIn', 'guesses a password');
		expect((await tryPassword(byPassword, username, 'wrong')).status).toBe(422);
		typing.now = 'signs in with a password';
		const checked = await tryPassword(byPassword, username, good);
		expect((await byPassword.api('POST', 'identification', { verificationId: idOf(checked) })).status).toBe(204);
		await finish(byPassword);

		const recovering = (await open('ForgotPassword', 'ends a recovery')).journey;
		const proof = await prove(foyer, recovering, phone, 'ForgotPassword');
		expect((await recovering.api('POST', 'identification', { verificationId: proof })).status).toBe(204);
		expect((await recovering.api('PUT', 'profile/password', { password: better })).status).toBe(204);
		expect((await recovering.api('POST', 'submit')).status).toBe(204);

		const strange = (await open('SignIn', 'is nobody')).journey;
		const stranger = { type: 'phone', value: somePhone() } as const;
		expect((await strange.sendCode(stranger)).status).toBe(200);
		expect((await tryPassword(strange, stranger, good)).status).toBe(422);
		expect((await strange.api('PUT', 'interaction-event', { interactionEvent: 'Register' })).status).toBe(204);
		const identity = { identifier: { type: 'username', value: someUsername() }, password: good };
		expect((await strange.api('POST', 'verification/new-password-identity', identity)).status).toBe(200);

		const fresh = await startSignIn(foyer, { browser: counting({ now: 'has not begun' }) });
		expect((await fresh.api('POST', 'submit')).status).toBe(404);

		const over = [...costs].filter(([, count]) => count > most);
		expect(over.map(([name, count]) => `${name}: ${count} statements`)).toEqual([]);
		expect(costs.size).toBeGreaterThan(25);
	});
});
