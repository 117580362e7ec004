// What people do with second factors, over HTTP: set one up, show one.
import { expect } from 'vitest';
import type { Answer, SignIn } from './api-client.ts';
import { totpCode } from './authenticator-app.ts';
import { idOf } from './passwords.ts';
import { createSoftPasskey, type SoftPasskey } from './soft-passkey.ts';

export const verification = (journey: SignIn, path: string, body?: object): Promise<Answer> =>
	journey.api('POST', `verification/${path}`, body);

export async function done(answer: Promise<Answer>, status = 200): Promise<Answer> {
	const { status: answered, body } = await answer;
	expect({ status: answered, body }).toMatchObject({ status });
	return { status: answered, body } as Answer;
}

const bind = (journey: SignIn, type: string, verificationId: string) =>
	done(journey.api('POST', 'profile/mfa', { type, verificationId }), 204);

/** Its key: the app shows codes of it from now on. */
export async function bindTotp(journey: SignIn): Promise<string> {
	const made = await done(verification(journey, 'totp/secret'));
	const { verificationId, secret } = made.body as { verificationId: string; secret: string };
	await done(verification(journey, 'totp/verify', { code: totpCode(secret), verificationId }));
	await bind(journey, 'Totp', verificationId);
	return secret;
}

export async function bindPasskey(journey: SignIn): Promise<SoftPasskey> {
	const passkey = createSoftPasskey(journey.origin);
	const { verificationId, challenge } = await askPasskey(journey, 'registration');
	await done(
		verification(journey, 'web-authn/registration/verify', { verificationId, payload: passkey.register({ challenge }) })
	);
	await bind(journey, 'WebAuthn', verificationId);
	return passkey;
}

export async function bindBackupCodes(journey: SignIn): Promise<string[]> {
	const made = await done(verification(journey, 'backup-code/generate'));
	await bind(journey, 'BackupCode', idOf(made));
	return (made.body as { codes: string[] }).codes;
}

export async function askPasskey(journey: SignIn, ceremony: 'registration' | 'authentication') {
	const asked = await done(verification(journey, `web-authn/${ceremony}`));
	const { [`${ceremony}Options`]: options } = asked.body as Record<string, { challenge: string }>;
	return { verificationId: idOf(asked), challenge: options?.challenge ?? '' };
}

export const showTotp = (journey: SignIn, code: string) => verification(journey, 'totp/verify', { code });
export const showBackupCode = (journey: SignIn, code: string) => verification(journey, 'backup-code/verify', { code });

/** Challenge and answer; `more` bends what the passkey says. */
export async function showPasskey(
	journey: SignIn,
	passkey: SoftPasskey,
	more: { counter?: number; origin?: string } = {}
): Promise<Answer> {
	const { verificationId, challenge } = await askPasskey(journey, 'authentication');
	return verification(journey, 'web-authn/authentication/verify', {
		verificationId,
		payload: passkey.assert({ challenge, ...more })
	});
}
