// From a vendor's answer to a Delivery: classified by code, tried again only where nothing can have been accepted.
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from '../../usecases/ports.ts';
import { classify, type FaultCatalogue, type VendorFault } from '../faults.ts';
import type { FoundKeys, KeySource } from './credentials.ts';
import { callAliyun, type AliyunCall, type AliyunReply } from './request.ts';

export type Answer = Record<string, unknown>;

/** What differs between Aliyun's products once an answer is there. */
export type Product = {
	faults: FaultCatalogue;
	isAccepted(answer: Answer): boolean;
	/** What names an accepted message in the vendor's records. */
	readId(answer: Answer): unknown;
	/** Where a refusal says its code; `Code` unless given, which the gateway uses everywhere. */
	codeField?: string;
	/** Whole seconds until this recipient can be served again. */
	retryAfter?(answer: Answer): number;
};

export type UnsignedCall = Omit<AliyunCall, 'keys'> & { keys: KeySource };

/** For all attempts together: somebody is waiting in front of the page. */
const overallMs = 5_000;

export async function deliver(call: UnsignedCall, product: Product, fetch: typeof globalThis.fetch): Promise<Delivery> {
	const signal = AbortSignal.timeout(overallMs);
	const attempt = async (asked: Promise<FoundKeys>): Promise<Verdict> => {
		const found = await inTime(asked, signal);
		if (found.fault !== undefined) return judge(found, product);
		return judge(await callAliyun({ ...call, keys: found.keys }, fetch, signal), product);
	};

	const first = await attempt(call.keys.find());
	if (first.retry === 'renewed' && call.keys.renew) return (await attempt(call.keys.renew())).delivery;
	if (first.retry !== 'once') return first.delivery;
	await wait(randomInt(100, 400));
	if (signal.aborted) return first.delivery;
	return (await attempt(call.keys.find())).delivery;
}

/** A machine that never says who it is must not hold the page. */
function inTime(asked: Promise<FoundKeys>, signal: AbortSignal): Promise<FoundKeys> {
	const late = new Promise<FoundKeys>((resolve) =>
		signal.addEventListener('abort', () => resolve({ fault: 'credentials.unavailable' }), { once: true })
	);
	return Promise.race([asked, late]);
}

type Verdict = { delivery: Delivery; retry?: VendorFault['retry'] };

function judge(reply: AliyunReply, product: Product): Verdict {
	const answer = reply.fault === undefined ? reply.answer : {};
	const requestId = readShape(answer['RequestId'], uuid);
	if (product.isAccepted(answer)) {
		const vendorId = readShape(product.readId(answer), messageId) ?? requestId ?? 'accepted';
		return { delivery: { ok: true, vendorId } };
	}
	const said = answer[product.codeField ?? 'Code'] ?? answer['Code'];
	const code = reply.fault ?? readShape(said, vendorCode) ?? 'no-answer.without-code';
	const { reason, retry } = classify(product.faults, code);
	const retryAfter = reason === 'rate-limited' ? product.retryAfter?.(answer) : undefined;
	const detail = requestId ? `${code} ${requestId}` : code;
	return { delivery: { ok: false, reason, detail, ...(retryAfter && { retryAfter }) }, retry };
}

// These fields end up in logs. Their shapes keep out a phone number or a code that a vendor might put there.
const uuid = /^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/i;
const messageId = /^[\w^-]{16,64}$/;
const vendorCode = /^(?!.*\d{4})[A-Za-z][\w.]{1,79}$/;

function readShape(value: unknown, shape: RegExp): string | undefined {
	return typeof value === 'string' && shape.test(value) ? value : undefined;
}
