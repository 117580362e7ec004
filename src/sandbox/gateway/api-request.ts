// One call of an Aliyun API as it came in: the scheme, the action and the merged parameters.
import type { Pair } from './canonical.ts';

export type ApiRequest = {
	method: string;
	path: string;
	query: Pair[];
	form: Pair[];
	/** Names in lower case, as node gives them. */
	headers: Record<string, string>;
	body: Buffer;
};

export type Scheme = 'v3' | 'rpc';

export type Call = {
	request: ApiRequest;
	scheme: Scheme;
	action: string;
	version: string;
	/** Query and form merged. */
	parameters: ReadonlyMap<string, string>;
	format: 'json' | 'xml';
};

export type RawRequest = {
	method: string;
	url: string;
	headers: Record<string, string | string[] | undefined>;
	body: Buffer;
};

export function parseApiRequest(raw: RawRequest): ApiRequest {
	const [path = '/', ...rest] = raw.url.split('?');
	const headers = Object.fromEntries(
		Object.entries(raw.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')])
	);
	const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
	return {
		method: raw.method,
		path,
		query: [...new URLSearchParams(rest.join('?'))],
		form: isForm ? [...new URLSearchParams(raw.body.toString('utf8'))] : [],
		headers,
		body: raw.body
	};
}

/** Undefined when a parameter is given twice: nobody could say which one counts. */
export function readCall(request: ApiRequest): Call | undefined {
	const pairs = [...request.query, ...request.form];
	const parameters = new Map(pairs);
	if (parameters.size !== pairs.length) return undefined;
	const { headers } = request;
	const isV3 = 'x-acs-action' in headers || (headers['authorization'] ?? '').startsWith('ACS3-');
	const format = parameters.get('Format')?.toLowerCase();
	return {
		request,
		scheme: isV3 ? 'v3' : 'rpc',
		action: headers['x-acs-action'] ?? parameters.get('Action') ?? '',
		version: headers['x-acs-version'] ?? parameters.get('Version') ?? '',
		parameters,
		// The older scheme answers XML unless it is told otherwise.
		format: format === 'xml' || (!isV3 && format !== 'json') ? 'xml' : 'json'
	};
}
