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
	// By where the signature is: SDKs send `x-acs-action` with the older scheme too.
	const isRpc = !headers['authorization'] && (parameters.has('Signature') || !('x-acs-action' in headers));
	// Headers are not signed by the older scheme, so they say nothing there.
	const read = (header: string, name: string) => (isRpc ? parameters.get(name) : headers[header]) ?? '';
	const format = parameters.get('Format')?.toLowerCase();
	return {
		request,
		scheme: isRpc ? 'rpc' : 'v3',
		action: read('x-acs-action', 'Action'),
		version: read('x-acs-version', 'Version'),
		parameters,
		// The older scheme answers XML unless it is told otherwise.
		format: format === 'xml' || (isRpc && format !== 'json') ? 'xml' : 'json'
	};
}
