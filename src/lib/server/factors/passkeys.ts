// Passkeys by @simplewebauthn/server: made and used on the configured origin only, with the person verified each time.
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse
} from '@simplewebauthn/server';
import type { Passkeys } from '../usecases/ports.ts';
import type { PasskeyCredential } from '../core/factor.ts';

/** ES256 and RS256: what every platform has (contract §3.7). */
const algorithms = [-7, -257];

/** `relatedOrigins`: whose pages may use them, too (WebAuthn §5.11). Their browsers ask `/.well-known/webauthn` first. */
export function createPasskeys(origin: string, relatedOrigins: () => Promise<string[]> = async () => []): Passkeys {
	const rpId = new URL(origin).hostname;
	const expect = async () => ({
		expectedOrigin: [origin, ...(await relatedOrigins())],
		expectedRPID: rpId,
		requireUserVerification: true
	});
	return {
		rpId,

		async registrationOptions({ rpName, userId, userName, existing }) {
			const options = await generateRegistrationOptions({
				rpName,
				rpID: rpId,
				userName,
				userID: new TextEncoder().encode(userId),
				attestationType: 'none',
				excludeCredentials: existing.map(described),
				authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
				supportedAlgorithmIDs: algorithms
			});
			return { challenge: options.challenge, options: { ...options } };
		},

		async authenticationOptions(existing) {
			const options = await generateAuthenticationOptions({
				rpID: rpId,
				userVerification: 'required',
				allowCredentials: existing?.map(described)
			});
			return { challenge: options.challenge, options: { ...options } };
		},

		async readRegistration(payload, challenge) {
			type Response = Parameters<typeof verifyRegistrationResponse>[0]['response'];
			// Whatever a stranger sends may make the library throw: it is no proof then.
			const result = await verifyRegistrationResponse({
				...(await expect()),
				response: payload as Response,
				expectedChallenge: challenge,
				supportedAlgorithmIDs: algorithms
			}).catch(() => undefined);
			if (!result?.verified) return undefined;
			const { credential, aaguid } = result.registrationInfo;
			return {
				credentialId: credential.id,
				publicKey: Buffer.from(credential.publicKey).toString('base64url'),
				counter: credential.counter,
				transports: credential.transports,
				aaguid,
				rpId
			};
		},

		async readAuthentication(payload, challenge, passkey) {
			type Response = Parameters<typeof verifyAuthenticationResponse>[0]['response'];
			const result = await verifyAuthenticationResponse({
				...(await expect()),
				response: payload as Response,
				expectedChallenge: challenge,
				credential: {
					id: passkey.credentialId,
					publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
					counter: passkey.counter,
					transports: passkey.transports
				}
			}).catch(() => undefined);
			return result?.verified ? result.authenticationInfo.newCounter : undefined;
		}
	};
}

function described({ credentialId, transports }: PasskeyCredential) {
	return { id: credentialId, transports };
}
