// Budgets over HTTP: who is told what when many codes are asked for, and what a proof of work is good for.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	signInWithCode,
	startSignIn,
	type Answer,
	type Identifier,
	type InteractionEvent
} from '../support/api-client.ts';
import { from } from '../support/passwords.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer({
		env: { FOYER_TRUSTED_PROXIES: '127.0.0.1, ::1' },
		settings: {
			allowedCountries: ['CN', 'GB', 'HK'],
			sendPolicy: {
				perPrefix: [{ count: 10, seconds: 600 }],
				breaker: { minimum: 3, pauseFrom: 10 }
			}
		}
	});
});
afterAll(() => foyer.stop());

async function begin(interactionEvent: InteractionEvent = 'SignIn') {
	const journey = await startSignIn(foyer);
	await journey.api('PUT', '', { interactionEvent });
	return journey;
}
type Journey = Awaited<ReturnType<typeof begin>>;
/** From a network that no code was ever entered from. */
const afar = '203.0.113.7';
const ask = (journey: Journey, identifier: Identifier, { event = 'SignIn', ip = afar } = {}) =>
	journey.api('POST', 'verification/verification-code', { identifier, interactionEvent: event }, ip ? from(ip) : {});
const phone = (value: string) => ({ type: 'phone' as const, value });
const codeOf = ({ body }: Answer) => (body as { code?: string }).code;
const dataOf = ({ body }: Answer) => (body as { data: { challenge: string; bits: number; retryAfter: number } }).data;

/** As a browser finds it. */
function solve({ challenge, bits }: { challenge: string; bits: number }): string {
	for (let nonce = 0; ; nonce++) {
		const token = `${challenge}.${nonce}`;
		if (Math.clz32(createHash('sha256').update(token).digest().readUInt32BE(0)) >= bits) return token;
	}
}

async function prove(journey: Journey, asked: Answer): Promise<Answer> {
	expect(asked).toMatchObject({ status: 422, body: { code: 'session.captcha_required' } });
	return journey.api('PUT', '', {
		interactionEvent: 'SignIn',
		keepVerifications: true,
		captchaToken: solve(dataOf(asked))
	});
}

describe('where codes go', () => {
	it.each([
		['a country that is not served', '12025550123', 'connector.country_not_supported'],
		['a landline', '862112345678', 'connector.number_rejected'],
		['a premium line', '448712345678', 'connector.number_rejected']
	])('%s gets none, whoever has it', async (_, value, code) => {
		const journey = await begin();
		const refused = await ask(journey, phone(value));
		expect(refused).toMatchObject({ status: 400, body: { code } });
		expect(await foyer.inbox.messages(`+${value}`)).toEqual([]);
	});
});

describe('a prefix that everybody asks codes for', () => {
	const numbers = (from: number, count: number) =>
		Array.from({ length: count }, (_, index) => `8613711110${String(from + index).padStart(3, '0')}`);
	const [member = '', ...strangers] = numbers(100, 12);

	it('serves people who have an account, and answers strangers alike', async () => {
		// Converts, like the six that follow: what is on trial here is the number of messages.
		await signInWithCode(foyer, { phone: member });
		for (const value of strangers.slice(0, 6)) await signInWithCode(foyer, { phone: value });
		const [stranger = ''] = strangers.slice(7);
		await foyer.advanceClock(62_000);

		const answers = [];
		for (const value of [stranger, member]) {
			const journey = await begin();
			await prove(journey, await ask(journey, phone(value)));
			const before = (await foyer.inbox.messages(`+${value}`)).length;
			const sent = await ask(journey, phone(value));
			const state = await journey.api('GET', 'interaction');
			await expect
				.poll(async () => (await foyer.inbox.messages(`+${value}`)).length - before)
				.toBe(value === member ? 1 : 0);
			const { verificationRecords } = state.body as { verificationRecords: Record<string, unknown>[] };
			const { verificationId } = sent.body as { verificationId: string };
			const guessed = await journey.checkCode(phone(value), verificationId, '000000');
			answers.push({
				status: sent.status,
				fields: Object.keys(sent.body as object),
				record: Object.keys(verificationRecords[0] ?? {}),
				scarce: verificationRecords[0]?.scarce,
				guessed: codeOf(guessed)
			});
		}
		expect(answers[0]).toEqual(answers[1]);
		expect(answers[0]).toMatchObject({ status: 200, scarce: true });
		expect(foyer.logs()).toMatch(/"cause":"prefix".*"msg":"sends.scarce"/);
	});

	it('serves strangers, too, who ask from where codes come back', async () => {
		const [stranger = ''] = strangers.slice(10);
		// As everybody who was signed up above: with no proxy before it.
		const nearby = { ip: '' };
		const journey = await begin();
		await prove(journey, await ask(journey, phone(stranger), nearby));
		const { verificationId } = (await ask(journey, phone(stranger), nearby)).body as { verificationId: string };
		const code = await foyer.inbox.codeFor(`+${stranger}`);
		expect((await journey.checkCode(phone(stranger), verificationId, code)).status).toBe(200);
	});

	it('tells people who sign up when to come back', async () => {
		const [stranger = ''] = strangers.slice(8);
		const journey = await begin('Register');
		const asked = await ask(journey, phone(stranger), { event: 'Register' });
		await journey.api('PUT', '', { interactionEvent: 'Register', captchaToken: solve(dataOf(asked)) });
		const refused = await ask(journey, phone(stranger), { event: 'Register' });
		expect(refused).toMatchObject({
			status: 429,
			body: { code: 'request.message_rate_limited', data: { newcomers: true } }
		});
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((refused.body as { message: string }).message).toMatch(/^We can’t send codes to new numbers right now/);
	});

	it('is open again when the window has passed', async () => {
		await foyer.advanceClock(601_000);
		const journey = await begin();
		expect((await ask(journey, phone(strangers[9] ?? ''))).status).toBe(200);
	});
});

describe('a country whose codes do not come back', () => {
	const british = (index: number) => phone(`447400${123_456 + index * 11_111}`);

	it('asks for work, pauses, and forgets by itself', async () => {
		for (let index = 0; index < 10; index++) {
			const journey = await begin();
			const asked = await ask(journey, british(index));
			if (index < 3) expect(asked.status).toBe(200);
			else {
				await prove(journey, asked);
				expect((await ask(journey, british(index))).status).toBe(200);
			}
		}
		const paused = await begin();
		await prove(paused, await ask(paused, british(10)));
		expect((await ask(paused, british(10))).status).toBe(200);

		await foyer.advanceClock(2 * 3_600_000);
		const open = await begin();
		expect((await ask(open, british(11))).status).toBe(200);
		const sentTo = async (index: number) => (await foyer.inbox.messages(`+${british(index).value}`)).length;
		expect([await sentTo(9), await sentTo(10), await sentTo(11)]).toEqual([1, 0, 1]);
	});
});

describe('a proof of work', () => {
	/** Hong Kong's numbers: three codes that nobody enters make it ask. */
	const hongKong = () => phone(`852510${somePhone().slice(-5)}`);
	beforeAll(async () => {
		for (let sent = 0; sent < 3; sent++) expect((await ask(await begin(), hongKong())).status).toBe(200);
	});

	it('is good for one recipient of one interaction, once', async () => {
		const [journey, other] = [await begin(), await begin()];
		const me = hongKong();
		const asked = await ask(journey, me);
		const captchaToken = solve(dataOf(asked));
		const elsewhere = await other.api('PUT', '', { interactionEvent: 'SignIn', captchaToken });
		expect(elsewhere.status).toBe(204);
		expect(codeOf(await ask(other, me))).toBe('session.captcha_required');
		const wanted = await other.api('PUT', '', { interactionEvent: 'SignIn', captchaToken });
		expect(wanted).toMatchObject({ status: 422, body: { code: 'session.captcha_failed' } });

		const proofs = await Promise.all(
			[1, 2].map(() => journey.api('PUT', '', { interactionEvent: 'SignIn', captchaToken }))
		);
		expect(proofs.map(({ status }) => status)).toEqual([204, 204]);
		const { captcha } = (await journey.api('GET', 'interaction')).body as { captcha: unknown };
		expect(captcha).toEqual({ verified: true, skipped: false });
		expect(codeOf(await ask(journey, hongKong()))).toBe('session.captcha_required');
		expect((await ask(journey, me)).status).toBe(200);
	});

	it('outlives a message that could not be sent', async () => {
		const journey = await begin();
		const me = hongKong();
		await prove(journey, await ask(journey, me));
		await fetch(`${foyer.sandbox.url}/_sandbox/faults`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ times: 1, action: 'SendSms', code: 'isv.AMOUNT_NOT_ENOUGH' })
		});
		expect(codeOf(await ask(journey, me))).toBe('connector.general');
		expect((await ask(journey, me)).status).toBe(200);
	});

	it('may be waited for instead, and not shorter', async () => {
		const journey = await begin();
		const me = hongKong();
		const { challenge: captchaToken, retryAfter } = dataOf(await ask(journey, me));
		const early = await journey.api('PUT', '', { interactionEvent: 'SignIn', captchaToken });
		expect(early).toMatchObject({ status: 422, body: { code: 'session.captcha_failed' } });
		expect(dataOf(early).retryAfter).toBeGreaterThan(0);
		await foyer.advanceClock(retryAfter * 1000);
		expect((await journey.api('PUT', '', { interactionEvent: 'SignIn', captchaToken })).status).toBe(204);
		expect((await ask(journey, me)).status).toBe(200);
	});
});
