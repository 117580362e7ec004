// One POST of JSON that stays out of private networks, follows nothing, and knows afterwards how far it came.
import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopbackHost, isSpecialAddress } from '../addresses.ts';

export type Posted =
	| { status: number; headers: IncomingMessage['headers']; body: string; fault?: undefined }
	/** `not-sent.` where that is proven, else `no-answer.`: the message may have been accepted. */
	| { fault: string };

const overallMs = 5_000;
const largestReply = 64 * 1024;

/** Names are resolved by the machine unless a test says how. */
export async function postJson(
	endpoint: string,
	headers: Record<string, string>,
	body: string,
	resolve: typeof resolveName = resolveName
): Promise<Posted> {
	const url = new URL(endpoint);
	const send = url.protocol === 'https:' ? secureRequest : plainRequest;
	const progress = { connected: false };
	const signal = AbortSignal.timeout(overallMs);
	try {
		const response = await new Promise<IncomingMessage>((answered, failed) => {
			const request = send(url, {
				method: 'POST',
				headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
				// A connection of its own: of one that was kept, nobody could say whether a failure came before our bytes.
				agent: false,
				signal,
				lookup: isLoopbackHost(url.hostname) ? undefined : publicOnly(resolve)
			});
			const connected = url.protocol === 'https:' ? 'secureConnect' : 'connect';
			request.once('socket', (socket) => socket.once(connected, () => (progress.connected = true)));
			request.once('response', answered);
			// Stays: a connection that breaks while the answer is read reports it here as well.
			request.on('error', failed);
			request.end(body);
		});
		return await readReply(response);
	} catch (error) {
		return { fault: describeFault(error as NodeJS.ErrnoException, progress.connected, signal.aborted) };
	}
}

const privateAddress = 'EPRIVATEADDRESS';

/** Looked at where the connection is made, or a second answer of the resolver could lead elsewhere (DNS rebinding). */
function publicOnly(resolve: typeof resolveName): LookupFunction {
	return (hostname, options, done) => {
		resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
			if (error) return done(error, '', 0);
			const [first] = addresses;
			if (!first || addresses.some(({ address }) => isSpecialAddress(address))) {
				return done(Object.assign(new Error(privateAddress), { code: privateAddress }), '', 0);
			}
			if (options.all) return done(null, addresses);
			done(null, first.address, first.family);
		});
	};
}

async function readReply(response: IncomingMessage): Promise<Posted> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of response as AsyncIterable<Buffer>) {
		size += chunk.byteLength;
		if (size > largestReply) {
			response.destroy();
			return { fault: 'no-answer.too-large' };
		}
		chunks.push(chunk);
	}
	return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') };
}

/** Never the error's own message: what it holds is not ours to log. */
function describeFault({ code = '' }: NodeJS.ErrnoException, connected: boolean, late: boolean): string {
	if (code === privateAddress) return 'not-sent.private-address';
	if (!connected) return `not-sent.${late ? 'timeout' : /^[A-Z_\d]+$/.test(code) ? code : 'connect'}`;
	return late ? 'no-answer.timeout' : 'no-answer.broken-off';
}
