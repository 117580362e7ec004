import { describe, expect, it } from 'vitest';
import { answered, done, interaction, refusedWith, scriptedApi } from '../../../../tests/support/scripted-api.ts';
import { writer } from '../client.ts';
import { sendFactorCode, showPasskey } from './second-step.ts';
import { addPasskey } from './set-up-factor.ts';
import { signInWithPasskey } from './sign-in-passkey.ts';

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

describe('a passkey that comes too late', () => {
	const late = refusedWith(404, 'session.verification_session_not_found');
	const verify = 'POST experience/verification';
	const api = writer(
		scriptedApi({
			'GET experience/interaction': interaction(),
			'GET .well-known/sign-in-exp': answered({
				passkeySignIn: { enabled: true },
				mfa: { factors: ['WebAuthn'] },
				agreeToTermsPolicy: 'Automatic'
			}),
			'PUT experience/shared-computer': done,
			[`${verify}/sign-in-passkey/authentication/verify`]: late,
			[`${verify}/web-authn/authentication/verify`]: late,
			[`${verify}/web-authn/registration/verify`]: late
		}).fetch
	);
	const form = { verificationId: 'v1', payload: '{}' };

	it.each([
		['alone', () => signInWithPasskey(api, form)],
		['as the second step', () => showPasskey(api, form)],
		['that is new', () => addPasskey(api, form)]
	])('is told in the words of passkeys (%s)', async (_, tryIt) => {
		expect(await tryIt()).toMatchObject({ problem: { code: 'session.mfa.webauthn_verification_failed' } });
	});
});
