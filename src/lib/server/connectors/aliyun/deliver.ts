// From a vendor's answer to a Delivery: classified by code, tried again only where nothing can have been accepted.
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from '../../usecases/ports.ts';
import { classify, type FaultCatalogue } from './faults.ts';
import { callAliyun, type AliyunCall, type AliyunReply } from './request.ts';

export type Answer = Record<string, unknown>;

/** What differs between Aliyun's products once an answer is there. */
export type Product = {
	faults: FaultCatalogue;
	isAccepted(answer: Answer): boolean;
	/** Field that names an accepted message in the vendor's records. */
	idField: string;
	/** Whole seconds until this recipient can be served again. */
	retryAfter?(answer: Answer): number;
};

/** For all attempts together: somebody is waiting in front of the page. */
const overallMs = 5_000;

export async function deliver(call: AliyunCall, product: Product, fetch: typeof globalThis.fetch): Promise<Delivery> {
	const signal = AbortSignal.timeout(overallMs);
	const first = judge(await callAliyun(call, fetch, signal), product);
	if (!first.mayRepeat) return first.delivery;
	await wait(randomInt(100, 400));
	if (signal.aborted) return first.delivery;
	return judge(await callAliyun(call, fetch, signal), product).delivery;
}

function judge(reply: AliyunReply, product: Product): { delivery: Delivery; mayRepeat: boolean } {
	const answer = reply.fault === undefined ? reply.answer : {};
	const requestId = readShape(answer['RequestId'], uuid);
	if (product.isAccepted(answer)) {
		const vendorId = readShape(answer[product.idField], messageId) ?? requestId ?? 'accepted';
		return { delivery: { ok: true, vendorId }, mayRepeat: false };
	}
	const code = reply.fault ?? readShape(answer['Code'], vendorCode) ?? 'no-answer.without-code';
	const { reason, retry } = classify(product.faults, code);
	const retryAfter = reason === 'rate-limited' ? product.retryAfter?.(answer) : undefined;
	const detail = requestId ? `${code} ${requestId}` : code;
	return { delivery: { ok: false, reason, detail, ...(retryAfter && { retryAfter }) }, mayRepeat: retry === 'once' };
}

// These fields end up in logs. Their shapes keep out a phone number or a code that a vendor might put there.
const uuid = /^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/i;
const messageId = /^[\w^-]{16,64}$/;
const vendorCode = /^(?!.*\d{4})[A-Za-z][\w.]{1,79}$/;

function readShape(value: unknown, shape: RegExp): string | undefined {
	return typeof value === 'string' && shape.test(value) ? value : undefined;
}
