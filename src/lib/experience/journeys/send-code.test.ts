import { describe, expect, it } from 'vitest';
import {
	answered,
	done,
	finished,
	interaction,
	noSession,
	notStarted,
	refusedWith,
	scriptedApi,
	verification
} from '../../../../tests/support/scripted-api.ts';
import { writer } from '../client.ts';
import { resendCode, sendCode } from './send-code.ts';

const phone = { type: 'phone', value: '8613800138000' } as const;
const read = 'GET experience/interaction';
const start = 'PUT experience';
const send = 'POST experience/verification/verification-code';
const sent = answered({ verificationId: 'v2' });
const tooSoon = refusedWith(429, 'request.message_rate_limited', { retryAfter: 42 });

describe('asking for the first code', () => {
	it('begins the interaction and leads to the code', async () => {
		const api = scriptedApi({ [read]: notStarted, [start]: done, [send]: sent });
		expect(await sendCode(writer(api.fetch), 'register', phone)).toEqual({ page: '/register/verification-code' });
		expect(api.calls.at(-1)?.body).toEqual({ identifier: phone, interactionEvent: 'Register' });
	});

	it('leads to a page with a way on when there is no session', async () => {
		const api = scriptedApi({ [read]: noSession });
		expect(await sendCode(writer(api.fetch), 'sign-in', phone)).toEqual({ page: '/unknown-session' });
		expect(api.called()).not.toContain(start);
	});

	it('says on the page why it cannot be sent', async () => {
		const api = scriptedApi({ [read]: notStarted, [start]: done, [send]: refusedWith(400, 'connector.general') });
		const outcome = await sendCode(writer(api.fetch), 'sign-in', phone);
		expect(outcome).toMatchObject({ problem: { code: 'connector.general' } });
	});

	it('says how long to wait when the number has had its codes elsewhere', async () => {
		const api = scriptedApi({ [read]: interaction(), [start]: done, [send]: tooSoon });
		const outcome = await sendCode(writer(api.fetch), 'sign-in', phone);
		expect(outcome).toMatchObject({ problem: { data: { retryAfter: 42 } } });
	});
});

describe('asking again for the same number', () => {
	it('leads to the code that is on its way', async () => {
		const api = scriptedApi({
			[read]: interaction({ verificationRecords: [verification()] }),
			[start]: done,
			[send]: tooSoon
		});
		expect(await sendCode(writer(api.fetch), 'sign-in', phone)).toEqual({ page: '/sign-in/verification-code' });
	});

	it('says how long to wait when the earlier code has expired', async () => {
		const expired = interaction({ verificationRecords: [verification({ expiresAt: 300_000 })], now: 300_001 });
		const api = scriptedApi({ [read]: expired, [start]: done, [send]: tooSoon });
		const outcome = await sendCode(writer(api.fetch), 'sign-in', phone);
		expect(outcome).toMatchObject({ problem: { data: { retryAfter: 42 } } });
	});

	it('waits a moment for the other half of a double click', async () => {
		const api = scriptedApi({
			[read]: [notStarted, interaction(), interaction({ verificationRecords: [verification()] })],
			[start]: done,
			[send]: tooSoon
		});
		expect(await sendCode(writer(api.fetch), 'sign-in', phone)).toEqual({ page: '/sign-in/verification-code' });
	});

	it('sends nothing when the number is proven already', async () => {
		const api = scriptedApi({
			[read]: interaction({ verificationRecords: [verification({ verified: true })] }),
			'POST experience/identification': done,
			'POST experience/submit': answered({ redirectTo: '/oidc/auth/abc' })
		});
		expect(await sendCode(writer(api.fetch), 'sign-in', phone)).toEqual({ page: '/go' });
		expect(api.called()).not.toContain(send);
	});

	it('goes on when the sign-in is finished', async () => {
		const api = scriptedApi({ [read]: finished });
		expect(await sendCode(writer(api.fetch), 'sign-in', phone)).toEqual({ page: '/go' });
	});

	it('keeps proofs when the flow is changed', async () => {
		const api = scriptedApi({ [read]: interaction(), 'PUT experience/interaction-event': done, [send]: sent });
		expect(await sendCode(writer(api.fetch), 'register', phone)).toEqual({ page: '/register/verification-code' });
		expect(api.called()).not.toContain(start);
	});
});

describe('asking for another code', () => {
	const again = { page: '/sign-in/verification-code', query: { resent: '1' } };
	const pending = interaction({ verificationRecords: [verification()] });
	const replaced = interaction({ verificationRecords: [verification({ id: 'v2' })] });

	it('sends it to the same number', async () => {
		const api = scriptedApi({ [read]: pending, [send]: sent });
		expect(await resendCode(writer(api.fetch), 'sign-in', 'v1')).toEqual(again);
		expect(api.calls.at(-1)?.body).toMatchObject({ identifier: phone });
	});

	it('says when it may be asked for', async () => {
		const api = scriptedApi({ [read]: pending, [send]: tooSoon });
		const outcome = await resendCode(writer(api.fetch), 'sign-in', 'v1');
		expect(outcome).toMatchObject({ problem: { data: { retryAfter: 42 } } });
	});

	it('is done when a double click or another tab has just done it', async () => {
		const overlapping = scriptedApi({ [read]: [pending, replaced], [send]: tooSoon });
		expect(await resendCode(writer(overlapping.fetch), 'sign-in', 'v1')).toEqual(again);
		const late = scriptedApi({ [read]: replaced });
		expect(await resendCode(writer(late.fetch), 'sign-in', 'v1')).toEqual(again);
	});
});
