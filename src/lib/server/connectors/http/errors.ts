// What a receiver's answer means. It may name one of a few reasons; whatever else it says, its status decides.
import type { DeliveryFailure } from '../../usecases/ports.ts';
import {
	admin,
	classify,
	provider,
	tooOften,
	user,
	wayFaults,
	type FaultCatalogue,
	type VendorFault
} from '../faults.ts';
import type { Posted } from './post.ts';

export const httpFaults: FaultCatalogue = {
	'not-sent.private-address': admin(
		'The name of the endpoint leads to a private or reserved address. Only public addresses are sent to.'
	),
	...wayFaults,
	'receiver.rate-limited': tooOften('The receiver says that this recipient had its share.'),
	'receiver.number-rejected': user('number-rejected', 'The receiver says that the recipient cannot be reached.'),
	'receiver.country-not-supported': user('country-not-supported', 'The receiver does not serve this country.'),
	'receiver.provider': provider('The receiver could not hand the message on.'),
	'receiver.http-401': admin('The receiver does not take the signature. Has it the same `secret`, and the right time?'),
	'receiver.http-403': admin('The receiver does not take the signature. Has it the same `secret`, and the right time?'),
	'receiver.http-404': admin('Nothing receives at this address. Check `endpoint`.'),
	'receiver.*': admin('The receiver refused the message. Its log says why.')
};

const reasons: DeliveryFailure[] = ['rate-limited', 'number-rejected', 'country-not-supported', 'provider'];

/** Undefined when the receiver has accepted the message. */
export function refusalIn(reply: Posted): { code: string; fault: VendorFault } | undefined {
	const code = refusalCode(reply);
	return code === undefined ? undefined : { code, fault: classify(httpFaults, code) };
}

function refusalCode(reply: Posted): string | undefined {
	if (reply.fault !== undefined) return reply.fault;
	const { status, body } = reply;
	const said = parseObject(body);
	if (status >= 200 && status < 300) return said || body.trim() === '' ? undefined : `no-answer.http-${status}`;
	if (status >= 300 && status < 400) return 'no-answer.redirect';
	// It may have broken after it had handed the message on.
	if (status >= 500 || status < 200) return `no-answer.http-${status}`;
	const reason = reasons.find((known) => known === said?.['reason']);
	if (reason) return `receiver.${reason}`;
	return status === 429 ? 'receiver.rate-limited' : `receiver.http-${status}`;
}

/** Whole seconds, from the header; a minute where it says nothing. */
export function retryAfterOf(reply: Posted): number {
	const seconds = reply.fault === undefined ? Number(reply.headers['retry-after']) : NaN;
	return Number.isInteger(seconds) && seconds > 0 && seconds <= 86_400 ? seconds : 60;
}

export function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
	} catch {
		return undefined;
	}
}
