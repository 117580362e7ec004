// One signed request to an Aliyun RPC endpoint, and how sure we are afterwards whether it arrived.
import { randomUUID } from 'node:crypto';
import { watchDeparture } from './departure.ts';
import { authorize, canonicalQuery, sha256, type AccessKeys } from './sign.ts';

export type AliyunCall = {
	endpoint: string;
	action: string;
	version: string;
	keys: AccessKeys;
	query?: Record<string, string>;
	form?: Record<string, string>;
};

/** A `fault` says `not-sent.` where that is proven, else `no-answer.`: the message may have been accepted. */
export type AliyunReply = { answer: Record<string, unknown>; fault?: undefined } | { fault: string };

const largestReply = 64 * 1024;

/** Faults of the way there: no byte of the request has left when they appear. */
const neverSent = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'UND_ERR_CONNECT_TIMEOUT',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID'
]);

export async function callAliyun(
	call: AliyunCall,
	fetch: typeof globalThis.fetch,
	signal: AbortSignal
): Promise<AliyunReply> {
	const { origin, host } = new URL(call.endpoint);
	const query = canonicalQuery(call.query ?? {});
	const body = canonicalQuery(call.form ?? {});
	const nonce = randomUUID();
	const headers = signHeaders(call, { host, query, body, nonce });
	const departure = watchDeparture(nonce);
	try {
		const response = await fetch(query ? `${origin}/?${query}` : origin, {
			method: 'POST',
			headers: { ...headers, accept: 'application/json' },
			body: body || undefined,
			redirect: 'error',
			signal
		});
		return await readAnswer(response);
	} catch (error) {
		return describeFault(error, departure.neverLeft());
	} finally {
		departure.end();
	}
}

type Unsigned = { host: string; query: string; body: string; nonce: string };

function signHeaders(call: AliyunCall, { host, query, body, nonce }: Unsigned) {
	const { keys } = call;
	const signed: Record<string, string> = {
		'x-acs-action': call.action,
		'x-acs-version': call.version,
		'x-acs-date': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
		'x-acs-signature-nonce': nonce,
		'x-acs-content-sha256': sha256(body),
		...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
		...(keys.securityToken && {
			'x-acs-accesskey-id': keys.accessKeyId,
			'x-acs-security-token': keys.securityToken
		})
	};
	// fetch writes the Host header itself, from the same URL.
	const authorization = authorize({ method: 'POST', query, headers: { ...signed, host }, body }, keys);
	return { ...signed, authorization };
}

async function readAnswer(response: Response): Promise<AliyunReply> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		if (size > largestReply) return { fault: 'no-answer.too-large' };
		chunks.push(chunk);
	}
	const answer = parseObject(Buffer.concat(chunks).toString('utf8'));
	return answer ? { answer } : { fault: `no-answer.http-${response.status}` };
}

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
	} catch {
		return undefined;
	}
}

type SystemFault = {
	name?: string;
	code?: string;
	syscall?: string;
	message?: string;
	cause?: SystemFault;
	/** Of a name that has several addresses, one for each that was dialled. */
	errors?: SystemFault[];
};

/** Never the error's own message: it can hold the URL, and that holds phone and code. */
function describeFault(error: unknown, neverLeft: boolean): AliyunReply {
	const thrown = error as SystemFault;
	if (thrown.name === 'TimeoutError') return { fault: neverLeft ? 'not-sent.timeout' : 'no-answer.timeout' };
	const cause = thrown.cause ?? thrown;
	if (cause.message === 'unexpected redirect') return { fault: 'no-answer.redirect' };
	const [known] = [cause, ...(cause.errors ?? [])].map(({ code = '' }) => code).filter((code) => neverSent.has(code));
	if (!neverLeft && !isDialling(cause)) return { fault: 'no-answer.broken-off' };
	return { fault: `not-sent.${known ?? 'connect'}` };
}

function isDialling({ code = '', syscall, errors = [] }: SystemFault): boolean {
	if (neverSent.has(code) || syscall === 'connect') return true;
	return errors.length > 0 && errors.every(isDialling);
}
