// Signs calls as Aliyun's documents describe it, on its own: no code of the sandbox or of the connectors is used here.
import { createHash, createHmac, randomUUID } from 'node:crypto';

export type Scheme = 'v3' | 'rpc';
export type SignedCall = { url: string; method: string; headers: Record<string, string>; body?: string };

export type CallOptions = {
	scheme?: Scheme;
	method?: 'GET' | 'POST';
	/** Where a POST carries its parameters. */
	place?: 'query' | 'form';
	action?: string;
	version?: string;
	accessKeyId?: string;
	secret?: string;
	securityToken?: string;
	nonce?: string;
	/** Epoch milliseconds, or the text of the stamp as it is. */
	at?: number | string;
	/** Further headers of V3, signed or not. */
	headers?: Record<string, string>;
	unsignedHeaders?: Record<string, string>;
};

export const account = { accessKeyId: 'foyer-sandbox-key', secret: 'foyer-sandbox-secret' };

const encode = (text: string) =>
	encodeURIComponent(text).replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
const line = (parameters: Record<string, string>) =>
	Object.keys(parameters)
		.sort()
		.map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
		.join('&');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const stamp = (at: number | string) => (typeof at === 'string' ? at : `${new Date(at).toISOString().slice(0, 19)}Z`);

export function signCall(origin: string, parameters: Record<string, string>, options: CallOptions = {}): SignedCall {
	return options.scheme === 'rpc' ? signRpc(origin, parameters, options) : signV3(origin, parameters, options);
}

function signV3(origin: string, parameters: Record<string, string>, options: CallOptions): SignedCall {
	const { method = 'POST', place = 'query', action = 'SendSms', version = '2017-05-25' } = options;
	const { accessKeyId, secret } = { ...account, ...withoutUndefined(options) };
	const isForm = place === 'form' && method === 'POST';
	const query = isForm ? '' : line(parameters);
	const body = isForm ? line(parameters) : '';
	const signed: Record<string, string> = {
		host: new URL(origin).host,
		'x-acs-action': action,
		'x-acs-version': version,
		'x-acs-date': stamp(options.at ?? Date.now()),
		'x-acs-signature-nonce': options.nonce ?? randomUUID(),
		'x-acs-content-sha256': sha256(body),
		...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
		...(options.securityToken ? { 'x-acs-security-token': options.securityToken } : {}),
		...options.headers
	};
	const names = Object.keys(signed).sort();
	const canonical = [
		method,
		'/',
		query,
		...names.map((name) => `${name}:${signed[name]}`),
		'',
		names.join(';'),
		sha256(body)
	];
	const signature = createHmac('sha256', secret)
		.update(`ACS3-HMAC-SHA256\n${sha256(canonical.join('\n'))}`)
		.digest('hex');
	const authorization = `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
	return {
		url: `${origin}/${query ? `?${query}` : ''}`,
		method,
		headers: { ...signed, authorization, ...options.unsignedHeaders },
		...(isForm ? { body } : {})
	};
}

function signRpc(origin: string, parameters: Record<string, string>, options: CallOptions): SignedCall {
	const { method = 'POST', place = 'form', action = 'SendSms', version = '2017-05-25' } = options;
	const { accessKeyId, secret } = { ...account, ...withoutUndefined(options) };
	const all: Record<string, string> = {
		...parameters,
		Action: action,
		Version: version,
		Format: parameters['Format'] ?? 'JSON',
		AccessKeyId: accessKeyId,
		SignatureMethod: 'HMAC-SHA1',
		SignatureVersion: '1.0',
		SignatureNonce: options.nonce ?? randomUUID(),
		Timestamp: stamp(options.at ?? Date.now()),
		...(options.securityToken ? { SecurityToken: options.securityToken } : {})
	};
	const text = `${method}&%2F&${encode(line(all))}`;
	all['Signature'] = createHmac('sha1', `${secret}&`).update(text).digest('base64');
	if (method === 'POST' && place === 'form') {
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		return { url: `${origin}/`, method, headers, body: line(all) };
	}
	return { url: `${origin}/?${line(all)}`, method, headers: {} };
}

function withoutUndefined(options: CallOptions): { accessKeyId?: string; secret?: string } {
	return {
		...(options.accessKeyId === undefined ? {} : { accessKeyId: options.accessKeyId }),
		...(options.secret === undefined ? {} : { secret: options.secret })
	};
}

export type Answer = { status: number; type: string; text: string; json: Record<string, unknown> };

export async function sendCall(call: SignedCall): Promise<Answer> {
	const { host: _host, ...headers } = call.headers;
	const response = await fetch(call.url, { method: call.method, headers, body: call.body });
	const text = await response.text();
	const type = response.headers.get('content-type') ?? '';
	return { status: response.status, type, text, json: type.includes('json') ? JSON.parse(text) : {} };
}

export const sms = (phone: string, more: Record<string, string> = {}) => ({
	PhoneNumbers: phone,
	SignName: 'Foyer演示',
	TemplateCode: 'SMS_400000001',
	TemplateParam: '{"code":"482913"}',
	...more
});
