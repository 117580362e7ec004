// Verifies the tokens that machines bring to the management API, against our own keys and without a request.
import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { managementIndicators } from '../../contract/management-api.ts';
import type { KeyStore, MachineTokens } from '../usecases/ports.ts';
import { signingAlg, toPublicJwks } from './keys.ts';

type Keys = ReturnType<typeof createLocalJWKSet>;

/** After a rotation elsewhere the provider signs with the new key within half a minute: an unknown one is looked for. */
const keysKeptMs = 30_000;
const fewestMsBetweenReads = 1000;

export function createMachineTokens({ keys, origin }: { keys: Pick<KeyStore, 'list'>; origin: string }): MachineTokens {
	let known: { keys: Promise<Keys>; readAt: number } | undefined;

	function read(maxAgeMs: number): Promise<Keys> {
		if (!known || Date.now() - known.readAt >= maxAgeMs) {
			const reading = keys.list().then((list) => createLocalJWKSet(toPublicJwks(list)));
			known = { keys: reading, readAt: Date.now() };
			reading.catch(() => (known = undefined));
		}
		return known.keys;
	}

	async function check(token: string, maxAgeMs: number): Promise<JWTPayload | 'invalid' | 'unknown key'> {
		const keySet = await read(maxAgeMs);
		try {
			const { payload } = await jwtVerify(token, keySet, {
				algorithms: [signingAlg],
				typ: 'at+jwt',
				issuer: `${origin}/oidc`,
				audience: managementIndicators(origin),
				requiredClaims: ['exp', 'iat', 'client_id']
			});
			return payload;
		} catch (error) {
			if (error instanceof errors.JWKSNoMatchingKey) return 'unknown key';
			if (error instanceof errors.JOSEError) return 'invalid';
			throw error;
		}
	}

	return {
		async verify(token) {
			let payload = await check(token, keysKeptMs);
			if (payload === 'unknown key') payload = await check(token, fewestMsBetweenReads);
			return typeof payload === 'string' ? undefined : toMachine(payload);
		}
	};
}

function toMachine({ client_id: applicationId, sub, scope }: JWTPayload) {
	if (typeof applicationId !== 'string') return undefined;
	const scopes = typeof scope === 'string' ? scope.split(' ') : [];
	// RFC 9068 §2.2: a machine is its own subject.
	return sub === undefined || sub === applicationId
		? { applicationId, scopes }
		: { applicationId, scopes, userId: sub };
}
