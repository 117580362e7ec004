// A signature step by step: what was signed, what the caller made of it, and what the holder of the secret would have.
import type { Call } from '../gateway/api-request.ts';
import { type Gate, isSameSignature } from '../gateway/authenticate.ts';
import { sha256Hex } from '../gateway/canonical.ts';
import { readRpcProof } from '../gateway/rpc.ts';
import { readV3Proof } from '../gateway/v3.ts';

export type SignatureCheck = {
	scheme: 'ACS3-HMAC-SHA256' | 'HMAC-SHA1';
	accessKeyId: string;
	isKnownKey: boolean;
	/** All that must be signed is, and the body is the one that was hashed. */
	isComplete: boolean;
	/** V3: the canonical request; RPC: the string to sign. */
	canonical: string;
	/** V3: what is signed in the end. */
	stringToSign?: string;
	theirs: string;
	/** Absent when the key is unknown. */
	ours?: string;
	fits: boolean;
};

/** Undefined when there is too little of a signature to read. */
export function checkSignature(call: Call, gate: Pick<Gate, 'findSecret'>): SignatureCheck | undefined {
	const isV3 = call.scheme === 'v3';
	const proof = isV3 ? readV3Proof(call) : readRpcProof(call);
	if ('code' in proof) return undefined;
	const secret = gate.findSecret(proof.accessKeyId);
	const ours = secret === undefined ? undefined : proof.expected(secret);
	return {
		scheme: isV3 ? 'ACS3-HMAC-SHA256' : 'HMAC-SHA1',
		accessKeyId: proof.accessKeyId,
		isKnownKey: secret !== undefined,
		isComplete: proof.isComplete,
		canonical: proof.signedText,
		...(isV3 ? { stringToSign: `ACS3-HMAC-SHA256\n${sha256Hex(proof.signedText)}` } : {}),
		theirs: proof.signature,
		ours,
		fits: ours !== undefined && proof.isComplete && isSameSignature(proof.signature, ours)
	};
}
