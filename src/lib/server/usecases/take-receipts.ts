// Delivery receipts: written beside the message that they are of. Telemetry: nothing is decided by them.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { receiptCode, type SmsReport } from '../../contract/receipts.ts';
import type { Hasher, Receipt, Services } from './ports.ts';

/** A receipt can be faster than the write that notes what it is of. */
const patienceMs = 2_000;

/** Of a message to another country: 1 delivered, 2 failed, 3 on its way. */
const deliveredAbroad = 1;

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
	const at = clock.now();
	for (const report of reports.filter((one) => one !== undefined)) {
		const receipt = read(report, at);
		// The account may send for others, too: what is nobody's here is taken all the same.
		if (!(await takeReceipt(services, receipt))) background.run('receipt not written', takeLater(services, receipt));
	}
	return ok({ code: 0, msg: 'ok' });
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

function read(report: SmsReport, at: number): Receipt {
	if ('biz_id' in report) {
		const { biz_id: vendorId, success: arrived, err_code: code } = report;
		return { vendorId, arrived, code: receiptCode(arrived, code), at };
	}
	const { MessageId: vendorId, Status, ErrorCode } = report;
	const arrived = Status === deliveredAbroad || /^deliv/i.test(String(Status));
	return { vendorId, arrived, code: receiptCode(arrived, ErrorCode), at };
}
