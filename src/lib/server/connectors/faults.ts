// What a vendor's error code means to us, as data: whose fault it is, whether to try again, what to say to whom.
import type { DeliveryFailure } from '../usecases/ports.ts';

export type VendorFault = {
	/** Whose it is to mend: the recipient's, the administrator's, the vendor's, or ours. */
	fault: 'user' | 'admin' | 'provider' | 'us';
	/**
	 * `once` and `renewed` (with fresh keys) only where the message was provably not accepted; `wait` is the person's to do.
	 * `perhaps-sent`: the message may be on its way, so it must never leave a second time.
	 */
	retry: 'no' | 'wait' | 'once' | 'renewed' | 'perhaps-sent';
	/** What people are told follows from it: see `problemOf` of send-code.ts. */
	reason: DeliveryFailure;
	/** For administrators. */
	hint: string;
};

/** By vendor code; a key that ends in `*` stands for every code that starts so. */
export type FaultCatalogue = Record<string, VendorFault>;

export const user = (reason: DeliveryFailure, hint: string): VendorFault => ({
	fault: 'user',
	retry: 'no',
	reason,
	hint
});
export const tooOften = (hint: string): VendorFault => ({
	fault: 'user',
	retry: 'wait',
	reason: 'rate-limited',
	hint
});
export const admin = (hint: string): VendorFault => ({ fault: 'admin', retry: 'no', reason: 'configuration', hint });
/** What is set up for one region does not work there. The connector may be well for all others, and must not be paused for them. */
export const ofRegion = (hint: string): VendorFault => ({ ...admin(hint), reason: 'template-not-found' });
export const reportBug = 'A fault of this connector: please report it with the code and the request id.';
export const ours = (hint = reportBug): VendorFault => ({ fault: 'us', retry: 'no', reason: 'configuration', hint });
export const provider = (hint: string): VendorFault => ({ fault: 'provider', retry: 'no', reason: 'provider', hint });
export const busy = (hint: string): VendorFault => ({ fault: 'provider', retry: 'once', reason: 'provider', hint });
export const perhapsSent = (hint: string): VendorFault => ({
	fault: 'provider',
	retry: 'perhaps-sent',
	reason: 'unconfirmed',
	hint
});

/** Not a vendor's words but ours: what happened on the way there and back. */
export const wayFaults: FaultCatalogue = {
	'not-sent.*': {
		fault: 'admin',
		retry: 'once',
		reason: 'unreachable',
		hint: 'No connection to the endpoint. Check name resolution, firewall, proxy and certificates.'
	},
	'no-answer.timeout': perhapsSent('No answer in time. The message may be on its way: look it up at the provider.'),
	'no-answer.broken-off': perhapsSent('The connection broke. The message may be on its way: look it up there.'),
	'no-answer.*': perhapsSent('The answer was not the provider’s. Check the endpoint and any proxy on the way.')
};

/** For the `detail` of a failed delivery, which starts with the code. */
export function hintFor(catalogue: FaultCatalogue, detail: string): string {
	return classify(catalogue, detail.split(' ')[0] ?? '').hint;
}

/**
 * Never by HTTP status: the same code comes with several. A code we do not know is a refusal, except for
 * those that speak of the vendor's own inside (`isp.`), where the message may be on its way.
 */
export function classify(catalogue: FaultCatalogue, code: string): VendorFault {
	const bare = code.replace(/^isv\./, '');
	return (
		own(catalogue, code) ??
		own(catalogue, `isv.${bare}`) ??
		own(catalogue, bare) ??
		Object.entries(catalogue).find(([key]) => key.endsWith('*') && bare.startsWith(key.slice(0, -1)))?.[1] ??
		(code.startsWith('isp.') ? perhapsSent(unknownHint) : provider(unknownHint))
	);
}

const unknownHint = 'A code this version does not know. Look it up, with its request id, in the provider’s documents.';

function own(catalogue: FaultCatalogue, code: string): VendorFault | undefined {
	return Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
}
