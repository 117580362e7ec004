// Delivery receipts: written beside the message that they are of. Telemetry: nothing is decided by them.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { receiptCode, type SmsReport } from '../../contract/receipts.ts';
import { within } from './background.ts';
import type { Hasher, Receipt, Services } from './ports.ts';

/** A receipt can be faster than the write that notes what it is of. */
const patienceMs = 2_000;
/** Aliyun waits 700 milliseconds for the answer. Whatever else than a good one it gets, it pushes all of it again. */
const answerMs = 400;

/** Of a message to another country; what failed is 2, what came too late 6. */
const deliveredAbroad = '1';
const onItsWayAbroad = '3';

type Parts = Pick<Services, 'store' | 'log' | 'clock' | 'hasher' | 'background'>;

/** Nothing of a push is signed: whoever knows this part of the address is the vendor. */
export function receiptToken(hasher: Hasher): string {
	return hasher.hmac('receipts', 'aliyun');
}

/** Before anything of the push is read. */
export function admitPush({ hasher }: Pick<Parts, 'hasher'>, token: string): Result<void> {
	// Of the hashes: how long a comparison takes says nothing about the token.
	const digest = (text: string) => hasher.hmac('receipt-token', text);
	return digest(token) === digest(receiptToken(hasher)) ? ok() : refuse('entity.not_found');
}

/** Asks again for what is not written within `answerMs`. What was, meanwhile, stays what it is when it comes again. */
export async function takePushed(
	services: Parts,
	reports: (SmsReport | undefined)[]
): Promise<Result<{ code: 0; msg: 'ok' }>> {
	const written = takeAll(services, reports, services.clock.now());
	services.background.run('receipts not written', written);
	const isWritten = await within(written, answerMs);
	return isWritten ? ok({ code: 0, msg: 'ok' }) : refuse('server.unavailable', { data: { retryAfter: 3 } });
}

async function takeAll(services: Parts, reports: (SmsReport | undefined)[], at: number): Promise<true> {
	const unknown: Receipt[] = [];
	for (const report of reports) {
		const receipt = report && read(report, at);
		if (receipt && !(await takeReceipt(services, receipt))) unknown.push(receipt);
	}
	// The account may send for others, too: what is nobody's here is taken all the same.
	if (unknown.length > 0) services.background.run('receipts not written', takeLater(services, unknown));
	return true;
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

/** One after the other: hundreds at once would keep the pool from everybody else. */
async function takeLater(services: Parts, receipts: Receipt[]): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, patienceMs));
	for (const receipt of receipts) await takeReceipt(services, receipt);
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
