import { expect, it } from 'vitest';
import { answered, done, interaction, refusedWith, scriptedApi } from '../../../../tests/support/scripted-api.ts';
import { writer } from '../client.ts';
import { proveWork } from './prove-work.ts';

const identifier = { type: 'phone', value: '8613800138000' } as const;
const wanted = { id: 'one', identifier, bits: 17, readyAt: 0 };
const waiting = interaction({ interactionEvent: 'Register', captcha: { verified: false, skipped: false, wanted } });
const [read, start] = ['GET experience/interaction', 'PUT experience'];
const send = 'POST experience/verification/verification-code';

it('a proof that was accepted leads to the code', async () => {
	const api = scriptedApi({ [read]: waiting, [start]: done, [send]: answered({ verificationId: 'v' }) });
	expect(await proveWork(writer(api.fetch), 'register', '7')).toEqual({ page: '/register/verification-code' });
});

it('the first page says why nothing was sent after it', async () => {
	const refused = refusedWith(429, 'request.message_rate_limited', { retryAfter: 3000, newcomers: true });
	const api = scriptedApi({ [read]: waiting, [start]: done, [send]: refused });
	expect(await proveWork(writer(api.fetch), 'register', '7')).toEqual({
		page: '/register',
		query: { refused: 'request.message_rate_limited', wait: '3000', newcomers: '1' }
	});
});
