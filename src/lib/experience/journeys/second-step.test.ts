import { describe, expect, it } from 'vitest';
import { answered, scriptedApi } from '../../../../tests/support/scripted-api.ts';
import { writer } from '../client.ts';
import { sendFactorCode } from './second-step.ts';

const send = 'POST experience/verification/mfa-verification-code';
const page = '/mfa-verification/PhoneVerificationCode';

describe('a code as the second step', () => {
	const sent = { [send]: answered({ verificationId: 'v1' }) };

	it('is no news the first time it is sent', async () => {
		expect(await sendFactorCode(writer(scriptedApi(sent).fetch), 'PhoneVerificationCode', {})).toEqual({ page });
	});

	it('is a new one where there was one before', async () => {
		const outcome = await sendFactorCode(writer(scriptedApi(sent).fetch), 'PhoneVerificationCode', { again: '1' });
		expect(outcome).toEqual({ page, query: { resent: '1' } });
	});
});
