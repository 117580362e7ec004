// Verifies the tokens that machines and the console bring to the management API, against our own keys.
import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { managementIndicators } from '../../contract/management-api.ts';
import type { KeyStore, MachineTokens, OidcStore } from '../usecases/ports.ts';
import { signingAlg, toPublicJwks } from './keys.ts';
import { isSessionOpen } from './own-session.ts';
import { readSession } from './token-session.ts';

type Machine = { applicationId: string; scopes: string[]; userId?: string };
type Keys = ReturnType<typeof createLocalJWKSet>;

/** After a rotation elsewhere the provider signs with the new key within half a minute: an unknown one is looked for. */
const keysKeptMs = 30_000;
const fewestMsBetweenReads = 1000;

type Deps = { keys: Pick<KeyStore, 'list'>; oidc: Pick<OidcStore, 'findByUid'>; origin: string };

export function createMachineTokens({ keys, oidc, origin }: Deps): MachineTokens {
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
			if (typeof payload === 'string') return undefined;
			const machine = toMachine(payload);
			// Somebody's own: it is good as long as they are signed in.
			if (machine?.userId === undefined) return machine;
			const { applicationId: clientId, userId: accountId } = machine;
			const session = readSession(payload);
			const isOpen = session && (await isSessionOpen(oidc, { clientId, accountId, ...session }));
			return isOpen ? { ...machine, session } : undefined;
		}
	};
}

function toMachine({ client_id: applicationId, sub, scope }: JWTPayload): Machine | undefined {
	if (typeof applicationId !== 'string') return undefined;
	const scopes = typeof scope === 'string' ? scope.split(' ') : [];
	// RFC 9068 §2.2: a machine is its own subject.
	return sub === undefined || sub === applicationId
		? { applicationId, scopes }
		: { applicationId, scopes, userId: sub };
}
