// SmsReport: receipts pushed to an address of the tester's, as Aliyun pushes them (HTTP, a JSON array, three more tries). Those of
// the international product have fields of their own.
import type { Schedule } from '../schedule.ts';
import type { Receipt } from './receipts.ts';

export type ReceiptTarget = {
	/** On this machine only: nothing leaves it. */
	url: string;
	/** `DELIVERED` or one of Aliyun's codes for every receipt; what happened when absent. */
	outcome?: string;
	/** Only receipts of this namespace's recipients. */
	namespace?: string;
};

export type Push = { bizId: string; to: string; errCode: string; tries: number; isTaken: boolean };

export type ReceiptPush = {
	setTarget(target: ReceiptTarget): void;
	targets(): ReceiptTarget[];
	/** The last pushes, newest first. */
	pushes(): Push[];
	clear(namespace?: string): void;
	/** What became of a message is known now. */
	settled(receipt: Receipt): void;
};

const minute = 60_000;
const retryAfterMs = [minute, 5 * minute, 10 * minute];
const timeoutMs = 5000;
const beijingOffset = 8 * 3_600_000;
const capacity = 200;

export function createReceiptPush(
	schedule: Schedule,
	namespaceOf: (recipient: string) => string | undefined
): ReceiptPush {
	const targets = new Map<string, ReceiptTarget>();
	let pushes: Push[] = [];

	const attempt = async (target: ReceiptTarget, receipt: Receipt, push: Push) => {
		push.tries += 1;
		push.isTaken = await post(
			target.url,
			receipt.isAbroad ? toReportAbroad(receipt, push.errCode) : toReport(receipt, push.errCode)
		);
		const again = retryAfterMs[push.tries - 1];
		if (push.isTaken || again === undefined) return;
		schedule(again, () => void attempt(target, receipt, push), receipt.digits);
	};
	return {
		setTarget: (target) => void targets.set(target.namespace ?? '', target),
		targets: () => [...targets.values()],
		pushes: () => pushes,
		clear(namespace) {
			if (namespace !== undefined) return void targets.delete(namespace);
			targets.clear();
			pushes = [];
		},
		settled(receipt) {
			const target = targets.get(namespaceOf(receipt.digits) ?? '') ?? targets.get('');
			if (!target) return;
			const errCode = target.outcome ?? receipt.failure ?? 'DELIVERED';
			const push: Push = { bizId: receipt.bizId, to: `+${receipt.digits}`, errCode, tries: 0, isTaken: false };
			pushes = [push, ...pushes].slice(0, capacity);
			void attempt(target, receipt, push);
		}
	};
}

/** Taken when it is answered with 200 and `{"code":0}`. */
async function post(url: string, report: object): Promise<boolean> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify([report]),
			redirect: 'error',
			signal: AbortSignal.timeout(timeoutMs)
		});
		const answer = (await response.json()) as { code?: unknown };
		return response.status === 200 && Number(answer.code) === 0;
	} catch {
		return false;
	}
}

function toReport(receipt: Receipt, errCode: string) {
	const isDelivered = errCode === 'DELIVERED';
	return {
		phone_number: receipt.digits.replace(/^86(?=1\d{10}$)/, ''),
		send_time: beijingTime(receipt.sentAt),
		report_time: beijingTime(receipt.receivedAt ?? receipt.sentAt),
		success: isDelivered,
		err_code: errCode,
		err_msg: isDelivered ? '用户接收成功' : errCode,
		sms_size: '1',
		biz_id: receipt.bizId,
		out_id: receipt.outId
	};
}

/** Status: 1 delivered, 2 failed. Every value is a string there. */
function toReportAbroad({ digits, bizId, sentAt, receivedAt }: Receipt, errCode: string) {
	const isDelivered = errCode === 'DELIVERED';
	const said = isDelivered ? 'success' : errCode;
	return {
		To: digits,
		Status: isDelivered ? '1' : '2',
		MessageId: bizId,
		SmsSize: '1',
		TaskId: '',
		SendDate: mailTime(sentAt),
		ReceiveDate: mailTime(receivedAt ?? sentAt),
		ErrorCode: said,
		ErrorDescription: said
	};
}

/** `Thu, 25 Nov 2021 10:25:00 +0800` */
function mailTime(at: number): string {
	return new Date(at + beijingOffset).toUTCString().replace('GMT', '+0800');
}

/** Without a zone, as Aliyun writes it. */
function beijingTime(at: number): string {
	return new Date(at + beijingOffset).toISOString().slice(0, 19).replace('T', ' ');
}
