// Makes the record of a call, without what must not be kept: tokens, cookies, keys of somebody's real account.
import { parseApiRequest, readCall, type ApiRequest, type RawRequest } from '../gateway/api-request.ts';
import type { Gate } from '../gateway/authenticate.ts';
import { percentEncode } from '../gateway/canonical.ts';
import type { Outcome } from '../gateway/handle-call.ts';
import { checkSignature } from './check-signature.ts';
import type { CallRecord } from './store.ts';

const struck = '•••';
const longest = 20_000;
/** Browsers send the cookies of localhost to every port of it. */
const secretHeaders = new Set(['cookie', 'x-acs-security-token', 'x-acs-bearer-token', 'proxy-authorization']);
const secretParameters = new Set(['SecurityToken', 'BearerToken', 'AccessKeySecret']);

export function recordCall(raw: RawRequest, outcome: Outcome, gate: Gate, id: string): CallRecord {
	const request = parseApiRequest(raw);
	const call = readCall(request);
	const signature = call && checkSignature(call, gate);
	const secrets = [
		...Object.entries(request.headers).filter(([name]) => secretHeaders.has(name)),
		...[...request.query, ...request.form].filter(([name]) => secretParameters.has(name))
	].map(([, value]) => value);
	const strangeKeys = findKeys(request).filter((key) => gate.findSecret(key) === undefined);
	const strike = (text: string) => {
		const without = secrets.filter(Boolean).reduce((left, secret) => strikeOut(left, secret, struck), text);
		// It may be somebody's real one: its first letters tell which.
		return strangeKeys.reduce((left, key) => strikeOut(left, key, `${key.slice(0, 4)}…`), without);
	};
	const pairs = (list: Iterable<readonly [string, string]>): [string, string][] =>
		[...list].map(([name, value]) => [name, strike(value)]);
	const authorization = request.headers['authorization'];
	const isOurs = authorization === undefined || authorization.startsWith('ACS3-HMAC-SHA256');

	return {
		id,
		at: gate.now(),
		method: request.method,
		path: request.path,
		action: call?.action ?? '',
		version: call?.version ?? '',
		headers: pairs(Object.entries(request.headers)).map(([name, value]) =>
			name === 'authorization' && !isOurs ? [name, struck] : [name, value]
		),
		query: pairs(request.query),
		form: pairs(request.form),
		...(request.form.length === 0 && raw.body.length > 0
			? { body: strike(raw.body.toString('utf8').slice(0, longest)) }
			: {}),
		signature: signature && {
			...signature,
			accessKeyId: strike(signature.accessKeyId),
			canonical: strike(signature.canonical).slice(0, longest)
		},
		answer: outcome === 'hang-up' ? undefined : readAnswer(outcome, strike)
	};
}

/** The ids of the keys that a request names, wherever it does. */
function findKeys({ query, form, headers }: ApiRequest): string[] {
	const named = [...query, ...form].filter(([name]) => name === 'AccessKeyId').map(([, value]) => value);
	const [, credential = ''] = /Credential=([^,\s]+)/.exec(headers['authorization'] ?? '') ?? [];
	return [...named, credential, headers['x-acs-accesskey-id'] ?? ''].filter(Boolean);
}

/** As it is, and as it stands in a canonical query: encoded once there, twice in what the older scheme signs. */
function strikeOut(text: string, secret: string, instead: string): string {
	const once = percentEncode(secret);
	return [percentEncode(once), once, secret].reduce((left, spelling) => left.replaceAll(spelling, instead), text);
}

function readAnswer({ status, body }: Exclude<Outcome, 'hang-up'>, strike: (text: string) => string) {
	const [, code = ''] = /"Code":"([^"]+)"|<Code>([^<]+)/.exec(body)?.filter(Boolean) ?? [];
	return { status, code, body: strike(body).slice(0, longest) };
}
