// Reads ACS3-HMAC-SHA256: the signature travels in the Authorization header and covers headers, query and body.
import type { Call } from './api-request.ts';
import type { Proof } from './authenticate.ts';
import { sha256Hex, signV3, v3CanonicalRequest } from './canonical.ts';
import { gatewayProblem, missingParameter, type GatewayProblem } from './problem.ts';

const authorizationForm =
	/^ACS3-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/;

export function readV3Proof(call: Call): Proof | GatewayProblem {
	const { request } = call;
	const { headers } = request;
	const authorization = headers['authorization'];
	if (!authorization) return missingParameter('Authorization');
	if (!authorization.startsWith('ACS3-HMAC-SHA256')) return gatewayProblem('InvalidSignatureMethod');
	const [, accessKeyId, names, signature] = authorizationForm.exec(authorization) ?? [];
	if (!accessKeyId || !names || !signature) return gatewayProblem('IncompleteSignature');

	const signedHeaders = names.split(';');
	const bodyHash = sha256Hex(request.body);
	const canonicalRequest = v3CanonicalRequest({
		method: request.method,
		path: request.path,
		query: request.query,
		headers,
		signedHeaders,
		bodyHash
	});
	return {
		accessKeyId,
		timestamp: headers['x-acs-date'] ?? '',
		nonce: headers['x-acs-signature-nonce'] ?? '',
		signature,
		isComplete: headers['x-acs-content-sha256'] === bodyHash && isEverythingSigned(headers, signedHeaders),
		signedText: canonicalRequest,
		expected: (secret) => signV3(secret, canonicalRequest)
	};
}

/** A header that steers the call but is not signed could be added by anybody on the way. */
function isEverythingSigned(headers: Record<string, string>, signedHeaders: string[]): boolean {
	const mustBeSigned = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-acs-'));
	return (
		mustBeSigned.includes('host') &&
		mustBeSigned.every((name) => signedHeaders.includes(name)) &&
		signedHeaders.every((name) => name in headers)
	);
}
