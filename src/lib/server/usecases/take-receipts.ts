// Delivery receipts: written beside the message that they are of. Telemetry: nothing is decided by them.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { receiptCode, type SmsReport } from '../../contract/receipts.ts';
import { within } from './background.ts';
import type { Hasher, Receipt, Services } from './ports.ts';

/** A receipt can be faster than the write that notes what it is of. */
const patienceMs = 2_000;
/** Aliyun waits 700 milliseconds for the answer, then pushes all of it again. */
const answerMs = 400;

/** Of a message to another country; what failed is 2, what came too late 6. */
const deliveredAbroad = '1';
const onItsWayAbroad = '3';

type Parts = Pick<Services, 'store' | 'log' | 'clock' | 'hasher' | 'background'>;

/** Nothing of a push is signed: whoever knows this part of the address is the vendor. */
export function receiptToken(hasher: Hasher): string {
	return hasher.hmac('receipts', 'aliyun');
}

export async function takePushed(
	services: Parts,
	token: string,
	reports: (SmsReport | undefined)[]
): Promise<Result<{ code: 0; msg: 'ok' }>> {
	const { hasher, clock, background } = services;
	// Of the hashes: how long a comparison takes says nothing about the token.
	const digest = (text: string) => hasher.hmac('receipt-token', text);
	if (digest(token) !== digest(receiptToken(hasher))) return refuse('entity.not_found');
	const written = takeAll(services, reports, clock.now());
	background.run('receipts not written', written);
	// A store that does not answer is told: then it is pushed again.
	await within(written, answerMs);
	return ok({ code: 0, msg: 'ok' });
}

async function takeAll(services: Parts, reports: (SmsReport | undefined)[], at: number): Promise<void> {
	for (const report of reports) {
		const receipt = report && read(report, at);
		if (!receipt || (await takeReceipt(services, receipt))) continue;
		// The account may send for others, too: what is nobody's here is taken all the same.
		services.background.run('receipt not written', takeLater(services, receipt));
	}
}

/** Whether it is of a message of ours that had none yet. */
export async function takeReceipt({ store, log }: Pick<Parts, 'store' | 'log'>, receipt: Receipt): Promise<boolean> {
	if ((await store.outbox.receive(receipt)) === 0) return false;
	const { arrived, code, vendorId } = receipt;
	if (arrived) log.info('message.arrived', { vendorId });
	// Not `code`: the log writes nothing of a field of that name.
	else log.warn('message.undelivered', { vendorId, detail: code });
	return true;
}

async function takeLater(services: Parts, receipt: Receipt): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, patienceMs));
	await takeReceipt(services, receipt);
}

/** Undefined while the message is on its way: the first word that counts is the last one. */
function read(report: SmsReport, at: number): Receipt | undefined {
	if ('biz_id' in report) {
		const { biz_id: vendorId, success: arrived, err_code: code } = report;
		return { vendorId, arrived, code: receiptCode(arrived, code), at };
	}
	const { MessageId: vendorId, Status, ErrorCode } = report;
	if (String(Status) === onItsWayAbroad) return undefined;
	const arrived = String(Status) === deliveredAbroad || /^deliv/i.test(String(Status));
	// There the code of what arrived is `success`.
	return { vendorId, arrived, code: receiptCode(arrived, arrived ? undefined : ErrorCode), at };
}
