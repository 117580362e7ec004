// What a code is worth: five minutes, five guesses, one use, one recipient, one interaction; and how often it is sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn, type SignIn } from '../support/api-client.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer.stop());

async function begin(): Promise<SignIn> {
	const journey = await startSignIn(foyer);
	expect((await journey.api('PUT', '', { interactionEvent: 'SignIn' })).status).toBe(204);
	return journey;
}

async function sent(journey: SignIn, phone: string) {
	const after = Date.now() - 1;
	const to = { type: 'phone' as const, value: phone };
	const { status, body } = await journey.sendCode(to);
	expect(status).toBe(200);
	const { verificationId } = body as { verificationId: string };
	return { to, verificationId, code: await foyer.inbox.codeFor(`+${phone}`, { after }) };
}
const wrong = (code: string) => (code === '000000' ? '111111' : '000000');
const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;

describe('a code', () => {
	it('is accepted just before its five minutes end, and not after', async () => {
		const journey = await begin();
		const first = await sent(journey, somePhone());
		await foyer.advanceClock(295_000);
		expect((await journey.checkCode(first.to, first.verificationId, first.code)).status).toBe(200);

		const other = await begin();
		const second = await sent(other, somePhone());
		await foyer.advanceClock(301_000);
		const late = await other.checkCode(second.to, second.verificationId, second.code);
		expect(late).toMatchObject({ status: 400, body: { code: 'verification_code.expired' } });
	});

	it('counts wrong guesses down and stops listening after five, to the right code too', async () => {
		const journey = await begin();
		const { to, verificationId, code } = await sent(journey, somePhone());
		for (const attemptsLeft of [4, 3, 2, 1, 0]) {
			const answer = await journey.checkCode(to, verificationId, wrong(code));
			expect(answer).toMatchObject({
				status: 400,
				body: { code: 'verification_code.code_mismatch', data: { attemptsLeft } }
			});
		}
		expect(codeOf(await journey.checkCode(to, verificationId, code))).toBe('verification_code.exceed_max_try');
	});

	it('works once', async () => {
		const journey = await begin();
		const { to, verificationId, code } = await sent(journey, somePhone());
		expect((await journey.checkCode(to, verificationId, code)).status).toBe(200);
		expect(codeOf(await journey.checkCode(to, verificationId, code))).toBe('verification_code.not_found');
	});

	it('dies when a newer one is sent', async () => {
		const journey = await begin();
		const phone = somePhone();
		const older = await sent(journey, phone);
		await foyer.advanceClock(61_000);
		const newer = await sent(journey, phone);
		const answer = await journey.checkCode(older.to, older.verificationId, older.code);
		expect(answer).toMatchObject({ status: 404, body: { code: 'session.verification_session_not_found' } });
		expect((await journey.checkCode(newer.to, newer.verificationId, newer.code)).status).toBe(200);
	});

	it('belongs to its own interaction and its own recipient', async () => {
		const journey = await begin();
		const { to, verificationId, code } = await sent(journey, somePhone());
		const stranger = await begin();
		expect(codeOf(await stranger.checkCode(to, verificationId, code))).toBe('session.verification_session_not_found');
		const elsewhere = { type: 'phone' as const, value: somePhone() };
		expect(codeOf(await journey.checkCode(elsewhere, verificationId, code))).toBe('verification_code.phone_mismatch');
		const mail = { type: 'email' as const, value: someEmail() };
		expect(codeOf(await journey.checkCode(mail, verificationId, code))).toBe('session.verification_session_not_found');
		expect((await journey.checkCode(to, verificationId, code)).status).toBe(200);
	});

	it('proves nothing before it is checked', async () => {
		const journey = await begin();
		const { verificationId } = await sent(journey, somePhone());
		const identified = await journey.api('POST', 'identification', { verificationId });
		expect(identified).toMatchObject({ status: 400, body: { code: 'session.verification_failed' } });
		expect(await journey.api('POST', 'submit')).toMatchObject({
			status: 404,
			body: { code: 'session.identifier_not_found' }
		});
	});
});

describe('asking again', () => {
	it('waits a minute, in this interaction and in any other', async () => {
		const phone = somePhone();
		const to = { type: 'phone' as const, value: phone };
		const journey = await begin();
		await sent(journey, phone);
		for (const asking of [journey, await begin()]) {
			const { status, body, headers } = await asking.sendCode(to);
			expect(status).toBe(429);
			expect(body).toMatchObject({ code: 'request.message_rate_limited' });
			const { retryAfter } = (body as { data: { retryAfter: number } }).data;
			expect(retryAfter).toBeGreaterThan(50);
			// A vendor counts from a moment later: the pause is a second longer than its own.
			expect(retryAfter).toBeLessThanOrEqual(61);
			expect(headers.get('retry-after')).toBe(String(retryAfter));
		}
		await foyer.advanceClock(61_000);
		expect((await journey.sendCode(to)).status).toBe(200);
	});

	it('is offered by pages two seconds later than the limit allows, when the vendor takes it, too', async () => {
		const journey = await begin();
		const before = Date.now();
		await sent(journey, somePhone());
		const { body } = await journey.api('GET', 'interaction');
		const [record] = (body as { verificationRecords: { resendAt: number; expiresAt: number }[] }).verificationRecords;
		const sentAt = (record?.expiresAt ?? 0) - 300_000;
		expect(sentAt).toBeGreaterThanOrEqual(before);
		expect(record?.resendAt).toBe(sentAt + 62_000);
	});

	it('counts one person once, however the number is spelled', async () => {
		const journey = await begin();
		const italian = '393123456789';
		expect((await journey.sendCode({ type: 'phone', value: '61412345678' })).status).toBe(200);
		expect((await journey.sendCode({ type: 'phone', value: '610412345678' })).status).toBe(429);
		expect((await journey.sendCode({ type: 'phone', value: italian })).status).toBe(200);
	});

	it('stops at five an hour and ten a day', async () => {
		const journey = await begin();
		const to = { type: 'phone' as const, value: somePhone() };
		const ask = async () => {
			const { status } = await journey.sendCode(to);
			await foyer.advanceClock(61_000);
			return status;
		};
		const firstHour: number[] = [];
		for (let i = 0; i < 6; i++) firstHour.push(await ask());
		expect(firstHour).toEqual([200, 200, 200, 200, 200, 429]);

		await foyer.advanceClock(3_600_000);
		const laterJourney = await begin();
		const later = async () => {
			const { status } = await laterJourney.sendCode(to);
			await foyer.advanceClock(61_000);
			return status;
		};
		const secondHour: number[] = [];
		for (let i = 0; i < 5; i++) secondHour.push(await later());
		expect(secondHour).toEqual([200, 200, 200, 200, 200]);
		await foyer.advanceClock(3_600_000);
		expect((await (await begin()).sendCode(to)).status).toBe(429);
	});

	it('sends one message to a hundred simultaneous askers', async () => {
		const phone = somePhone();
		const journeys = await Promise.all(Array.from({ length: 10 }, begin));
		const answers = await Promise.all(
			journeys.flatMap((journey) => Array.from({ length: 10 }, () => journey.sendCode({ type: 'phone', value: phone })))
		);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(99);
		expect(await foyer.inbox.messages(`+${phone}`)).toHaveLength(1);
	});
});
