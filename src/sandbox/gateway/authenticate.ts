// Decides whether a call is really from the holder of the key, in the gateway's order of checks.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Call } from './api-request.ts';
import type { Nonces } from './nonces.ts';
import { gatewayProblem, missingParameter, type GatewayProblem } from './problem.ts';
import { readRpcProof } from './rpc.ts';
import { readV3Proof } from './v3.ts';

/** What a scheme read out of a call; `expected` computes the signature that the holder of `secret` would send. */
export type Proof = {
	accessKeyId: string;
	timestamp: string;
	nonce: string;
	signature: string;
	/** False when something that must be signed is not, or the body is not the one that was hashed. */
	isComplete: boolean;
	/** What the gateway echoes after a mismatch. It holds the caller's parameters, as the real answer does. */
	signedText: string;
	expected(secret: string): string;
};

export type Gate = {
	findSecret(accessKeyId: string): string | undefined;
	nonces: Nonces;
	now(): number;
	skewMs: number;
};

export function authenticate(call: Call, gate: Gate): GatewayProblem | undefined {
	const proof = call.scheme === 'v3' ? readV3Proof(call) : readRpcProof(call);
	if ('code' in proof) return proof;
	if (!proof.timestamp) return missingParameter('Timestamp');
	if (!proof.nonce) return missingParameter('SignatureNonce');

	const stamp = parseTimestamp(proof.timestamp);
	if (stamp === undefined) return gatewayProblem('InvalidTimeStamp.Format');
	if (Math.abs(gate.now() - stamp) > gate.skewMs) return gatewayProblem('InvalidTimeStamp.Expired');

	const secret = gate.findSecret(proof.accessKeyId);
	if (secret === undefined) return gatewayProblem('InvalidAccessKeyId.NotFound');
	if (!proof.isComplete || !isSameSignature(proof.signature, proof.expected(secret))) {
		return gatewayProblem('SignatureDoesNotMatch', {
			message: `Specified signature is not matched with our calculation. server string to sign is:${proof.signedText}`
		});
	}
	if (!gate.nonces.use(proof.accessKeyId, proof.nonce, gate.now())) return gatewayProblem('SignatureNonceUsed');
	return undefined;
}

/** Exactly `yyyy-MM-ddTHH:mm:ssZ`: no fraction of a second, no offset, a day that exists. */
function parseTimestamp(text: string): number | undefined {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return undefined;
	const stamp = Date.parse(text);
	if (Number.isNaN(stamp)) return undefined;
	return new Date(stamp).toISOString().slice(0, 19) === text.slice(0, 19) ? stamp : undefined;
}

/** Hashed first, since timingSafeEqual wants equal lengths. */
export function isSameSignature(given: string, expected: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
