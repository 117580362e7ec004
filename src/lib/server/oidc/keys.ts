// The keys that sign tokens: made on first start, rotated without a moment in which a token cannot be verified.
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { KeyStore, SigningKey } from '../usecases/ports.ts';

/** Logto's default, and one of the five algorithms that its Python SDK accepts. */
export const signingAlg = 'ES384';

const previousKept = 3;

/** The stored keys; made here on the first start. Processes that start together end with the same set. */
export async function ensureSigningKeys(keys: KeyStore, now: () => number = Date.now): Promise<SigningKey[]> {
	const stored = await keys.list();
	if (stored.length > 0) return stored;
	await keys.insertFirst([await generateKey('next', now()), await generateKey('current', now())]);
	return keys.list();
}

/** `next` signs from now on; applications have known it since the rotation before. */
export async function rotateKeys(keys: KeyStore, now: number): Promise<SigningKey[]> {
	const stored = await keys.list();
	const current = stored.find((key) => key.status === 'next') ?? (await generateKey('current', now));
	const previous = stored
		.filter((key) => key !== current)
		.sort((one, other) => rank(one) - rank(other) || other.createdAt - one.createdAt)
		.slice(0, previousKept);
	const rotated: SigningKey[] = [
		await generateKey('next', now),
		{ ...current, status: 'current' },
		...previous.map((key) => ({ ...key, status: 'previous' as const }))
	];
	await keys.replaceAll(rotated);
	return rotated;
}

/** The provider signs with the first key that fits and verifies with all of them. */
export function toJwks(keys: SigningKey[]): { keys: JWK[] } {
	const sorted = [...keys].sort((one, other) => rank(one) - rank(other));
	return { keys: sorted.map((key) => ({ ...key.jwk, kid: key.id, use: 'sig', alg: signingAlg })) };
}

/** What applications see, and all that verifying takes. */
export function toPublicJwks(keys: SigningKey[]): { keys: JWK[] } {
	const open = ({ kty, crv, x, y, kid, use, alg }: JWK): JWK => ({ kty, crv, x, y, kid, use, alg });
	return { keys: toJwks(keys).keys.map(open) };
}

function rank(key: SigningKey): number {
	return ['current', 'next', 'previous'].indexOf(key.status);
}

async function generateKey(status: SigningKey['status'], createdAt: number): Promise<SigningKey> {
	const { privateKey } = await generateKeyPair(signingAlg, { extractable: true });
	const jwk = await exportJWK(privateKey);
	return { id: await calculateJwkThumbprint(jwk), status, jwk: { ...jwk }, createdAt };
}
