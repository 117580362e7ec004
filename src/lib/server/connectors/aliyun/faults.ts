// What a vendor's error code means to us, as data; and the codes of Aliyun's gateway, which every product shares.
import type { DeliveryFailure } from '../../usecases/ports.ts';

export type VendorFault = {
	/** Whose it is to mend: the recipient's, the administrator's, the vendor's, or ours. */
	fault: 'user' | 'admin' | 'provider' | 'us';
	/** `once` only where the message was provably not accepted; `wait` is the user's to do. */
	retry: 'no' | 'wait' | 'once';
	reason: DeliveryFailure;
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
const reportBug = 'A fault of this connector: please report it with the code and the request id.';
export const ours = (hint = reportBug): VendorFault => ({ fault: 'us', retry: 'no', reason: 'configuration', hint });
export const provider = (hint: string): VendorFault => ({ fault: 'provider', retry: 'no', reason: 'provider', hint });
export const busy = (hint: string): VendorFault => ({ fault: 'provider', retry: 'once', reason: 'provider', hint });
export const perhapsSent = (hint: string): VendorFault => ({
	fault: 'provider',
	retry: 'no',
	reason: 'unconfirmed',
	hint
});

export const gatewayFaults: FaultCatalogue = {
	SignatureDoesNotMatch: admin('The AccessKey secret does not belong to this AccessKey id. Enter both again.'),
	IncompleteSignature: ours(),
	InvalidSignatureMethod: ours(),
	'Missing*': ours(),
	'InvalidAccessKeyId*': admin(
		'The AccessKey is deleted, disabled or mistyped, or its id and secret are swapped. Check it in the RAM console.'
	),
	'InvalidSecurityToken*': admin('The STS token has expired or belongs to another AccessKey. Set a fresh triple.'),
	'InvalidTimeStamp*': admin(
		'The clock of this server is wrong by more than 15 minutes. Turn time synchronisation on.'
	),
	SignatureNonceUsed: perhapsSent(
		'The same request arrived twice, so the first one did arrive. Look for a proxy that repeats requests.'
	),
	'InvalidAction*': ours(`The endpoint does not know this action: is \`endpoint\` right? ${reportBug}`),
	'InvalidVersion*': ours(`The endpoint does not know this version: is \`endpoint\` right? ${reportBug}`),
	'Forbidden*': admin(
		'The RAM user may not send, or risk control stopped the account. Check its policy and the console.'
	),
	'NoPermission*': admin('The RAM user may not send. Attach a policy that allows this action.'),
	'Throttling*': busy('The account calls faster than its quota. Raise the quota if it happens often.'),
	'ServiceUnavailable*': busy(
		'Aliyun is overloaded, or `endpoint` belongs to the other kind of account (China, international).'
	),
	'InternalError*': perhapsSent('Aliyun failed inside. Give the request id to its support.'),

	// Not the vendor's words but ours (request.ts): what happened on the way there and back.
	'not-sent.*': {
		fault: 'admin',
		retry: 'once',
		reason: 'unreachable',
		hint: 'No connection to the endpoint. Check name resolution, firewall, proxy and certificates.'
	},
	'no-answer.timeout': perhapsSent(
		'No answer within 5 seconds. The message may be on its way: look it up in the console.'
	),
	'no-answer.broken-off': perhapsSent(
		'The connection broke. The message may be on its way: look it up in the console.'
	),
	'no-answer.*': perhapsSent('The answer was not Aliyun’s. Check `endpoint` and any proxy on the way.')
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

const unknownHint =
	'A code this version does not know. Look it up with its request id at https://api.aliyun.com/troubleshoot.';

function own(catalogue: FaultCatalogue, code: string): VendorFault | undefined {
	return Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
}
