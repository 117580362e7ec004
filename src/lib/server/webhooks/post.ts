// One POST to an address that an administrator named: never inward, no redirects, no more time or answer than it needs.
import { createHmac } from 'node:crypto';
import { lookup as resolveName } from 'node:dns/promises';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryError, Posted, Webhooks } from '../usecases/ports.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

const timeoutMs = 10_000;

type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;
type Options = {
	/** The demonstration may tell programs on this machine, and without TLS. */
	demo: boolean;
	resolve?: Resolve;
};

export function createPost(options: Options): Webhooks {
	const { demo, resolve = (hostname) => resolveName(hostname, { all: true }) } = options;
	const isAllowed = (address: string) => isPublicAddress(address) || (demo && isLoopbackAddress(address));

	/** What the connection is made to is what was looked at: a name that means something else a moment later is of no use. */
	const lookup: LookupFunction = (hostname, { all }, callback) => {
		resolve(hostname).then(
			(addresses) => {
				const [first] = addresses;
				if (!first || !addresses.every(({ address }) => isAllowed(address))) {
					callback(new NotAllowed(), '', 0);
				} else if (all) callback(null, addresses);
				else callback(null, first.address, first.family);
			},
			(error: Error) => callback(error as NodeJS.ErrnoException, '', 0)
		);
	};

	function mayCall(text: string): boolean {
		if (!URL.canParse(text)) return false;
		const { protocol, hostname, username, password } = new URL(text);
		if (username || password) return false;
		if (protocol !== 'https:' && !(demo && protocol === 'http:')) return false;
		// A literal is connected to without a lookup.
		const literal = hostname.replace(/^\[|\]$/g, '');
		return isIP(literal) === 0 || isAllowed(literal);
	}

	return {
		mayCall,
		post({ config, signingKey }, body) {
			if (!mayCall(config.url)) return Promise.resolve({ ok: false, error: 'not-allowed' });
			return send(config.url, body, {
				lookup,
				headers: {
					...config.headers,
					'content-type': 'application/json',
					'content-length': Buffer.byteLength(body),
					'user-agent': 'Foyer webhooks',
					'logto-signature-sha-256': createHmac('sha256', signingKey).update(body).digest('hex')
				}
			});
		}
	};
}

class NotAllowed extends Error {}

/** The status is all that is wanted of the answer: its body stays unread. */
function send(url: string, body: string, options: RequestOptions): Promise<Posted> {
	const { promise, resolve } = Promise.withResolvers<Posted>();
	const begin = url.startsWith('https:') ? requestHttps : requestHttp;
	const request = begin(url, { ...options, method: 'POST', agent: false, signal: AbortSignal.timeout(timeoutMs) });
	request.on('response', (response) => {
		const status = response.statusCode ?? 0;
		request.destroy();
		resolve(status >= 200 && status < 300 ? { ok: true, status } : { ok: false, status, error: 'answered' });
	});
	request.on('error', (error) => resolve({ ok: false, error: reasonOf(error) }));
	request.end(body);
	return promise;
}

function reasonOf(error: Error): DeliveryError {
	if (error instanceof NotAllowed) return 'not-allowed';
	return error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
}
