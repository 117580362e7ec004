// Reads the older RPC scheme, HMAC-SHA1: the signature is one of the parameters and covers all the others.
import type { Call } from './api-request.ts';
import type { Proof } from './authenticate.ts';
import { rpcStringToSign, signRpc } from './canonical.ts';
import { gatewayProblem, missingParameter, type GatewayProblem } from './problem.ts';

export function readRpcProof(call: Call): Proof | GatewayProblem {
	const { request, parameters } = call;
	const read = (name: string) => parameters.get(name) ?? '';
	for (const name of ['AccessKeyId', 'SignatureMethod', 'SignatureVersion', 'Signature']) {
		if (!read(name)) return missingParameter(name);
	}
	if (read('SignatureMethod') !== 'HMAC-SHA1') return gatewayProblem('InvalidSignatureMethod');
	if (read('SignatureVersion') !== '1.0') return gatewayProblem('IncompleteSignature');

	const stringToSign = rpcStringToSign(request.method, [...request.query, ...request.form]);
	return {
		accessKeyId: read('AccessKeyId'),
		timestamp: read('Timestamp'),
		nonce: read('SignatureNonce'),
		signature: read('Signature'),
		isComplete: true,
		signedText: stringToSign,
		expected: (secret) => signRpc(secret, stringToSign)
	};
}
