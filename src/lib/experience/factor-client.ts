// The interaction API's second factors as the pages call them.
import { backupCodesAnswer, totpSecretAnswer } from '../contract/factors.ts';
import type { Result } from '../contract/result.ts';
import { verificationIdAnswer } from '../contract/schemas.ts';
import { parsed } from './parsed.ts';

type Send = (method: 'POST', path: string, body?: unknown) => Promise<Result<unknown>>;
type Channel = 'email' | 'phone';
type Kept = 'Totp' | 'WebAuthn' | 'BackupCode';

const verification = '/api/experience/verification';
const profile = '/api/experience/profile/mfa';

export function factorWriter(send: Send) {
	const prove = async (path: string, body: unknown) =>
		parsed(await send('POST', `${verification}/${path}`, body), verificationIdAnswer);
	return {
		sendFactorCode: (identifierType: Channel) => prove('mfa-verification-code', { identifierType }),
		checkFactorCode: (identifierType: Channel, verificationId: string, code: string) =>
			prove('mfa-verification-code/verify', { identifierType, verificationId, code }),
		makeTotpKey: async () => parsed(await send('POST', `${verification}/totp/secret`), totpSecretAnswer),
		/** Of a new key where its record is named, else of the account's own. */
		checkTotp: (code: string, verificationId?: string) => prove('totp/verify', { code, verificationId }),
		/** `payload` is what the browser's WebAuthn answered. */
		checkPasskey: (ceremony: 'registration' | 'authentication', verificationId: string, payload: unknown) =>
			prove(`web-authn/${ceremony}/verify`, { verificationId, payload }),
		/** Of somebody who is not known yet. */
		checkSignInPasskey: (payload: unknown) => prove('sign-in-passkey/authentication/verify', { payload }),
		makeBackupCodes: async () => parsed(await send('POST', `${verification}/backup-code/generate`), backupCodesAnswer),
		checkBackupCode: (code: string) => prove('backup-code/verify', { code }),
		bindFactor: (type: Kept, verificationId: string) => send('POST', profile, { type, verificationId }),
		/** No second step in this browser for a while, once the sign-in has ended. */
		trustDevice: () => send('POST', `${profile}/trusted-device`),
		takeFactors: () => send('POST', `${profile}/mfa-enabled`),
		declineFactors: () => send('POST', `${profile}/mfa-skipped`)
	};
}
