// QuerySendDetails: what became of the messages to one number on one day.
import type { Action } from '../gateway/action.ts';
import type { Fields } from '../gateway/answer.ts';
import { gatewayProblem, problem } from '../gateway/problem.ts';
import type { Receipt } from './receipts.ts';
import type { SmsParts } from './send-sms.ts';
import { parsePhoneNumber } from './number.ts';

const day = 86_400_000;
/** Aliyun's days and times are Beijing's. */
const beijingOffset = 8 * 3_600_000;

export function createQuerySendDetails(parts: Pick<SmsParts, 'receipts' | 'now'>): Action {
	return {
		product: 'Dysmsapi',
		version: '2017-05-25',
		name: 'QuerySendDetails',
		isSend: false,
		required: ['PhoneNumber', 'SendDate', 'PageSize', 'CurrentPage'],
		prepare(parameters) {
			const read = (name: string) => parameters.get(name) ?? '';
			const digits = possibleDigits(read('PhoneNumber'));
			if (digits.length === 0)
				return problem('isv.MOBILE_NUMBER_ILLEGAL', { message: `${read('PhoneNumber')}invalid mobile number` });
			const sendDate = read('SendDate');
			const age = parts.now() - (parseBeijingDay(sendDate) ?? 0);
			if (age < 0 || age > 31 * day) return problem('isv.INVALID_PARAMETERS', { message: 'SendDate is invalid' });
			const pageSize = Number(read('PageSize'));
			const page = Number(read('CurrentPage'));
			if (!isWhole(pageSize, 50))
				return gatewayProblem('InvalidPageSize', { message: 'The specified PageSize is invalid.' });
			if (!isWhole(page, 100_000))
				return gatewayProblem('InvalidCurrentPage', { message: 'The specified CurrentPage is invalid.' });
			return {
				recipients: digits,
				run() {
					const found = parts.receipts.find(
						(receipt) =>
							!receipt.isAbroad &&
							digits.includes(receipt.digits) &&
							beijingTime(receipt.sentAt).slice(0, 10).replaceAll('-', '') === sendDate &&
							(!read('BizId') || receipt.bizId === read('BizId'))
					);
					const rows = found.slice((page - 1) * pageSize, page * pageSize).map(toRow);
					return {
						TotalCount: found.length,
						Message: 'OK',
						SmsSendDetailDTOs: { SmsSendDetailDTO: rows },
						Code: 'OK'
					};
				}
			};
		}
	};
}

/** A bare ambiguous number may have been sent with either template. */
function possibleDigits(input: string): string[] {
	const readings = [parsePhoneNumber(input, 'mainland'), parsePhoneNumber(input, 'overseas')];
	return [...new Set(readings.flatMap((number) => (number ? [number.digits] : [])))];
}

/** SendStatus: 1 waiting for the receipt, 2 failed, 3 delivered. */
function toRow(receipt: Receipt): Fields {
	const hasArrived = receipt.receivedAt !== undefined;
	return {
		...(hasArrived ? { ErrCode: 'DELIVERED' } : receipt.failure ? { ErrCode: receipt.failure } : {}),
		TemplateCode: receipt.templateCode,
		OutId: receipt.outId,
		...(receipt.receivedAt === undefined ? {} : { ReceiveDate: beijingTime(receipt.receivedAt) }),
		SendDate: beijingTime(receipt.sentAt),
		PhoneNum: receipt.digits.replace(/^86(?=1\d{10}$)/, ''),
		Content: receipt.content,
		SendStatus: hasArrived ? 3 : receipt.failure ? 2 : 1
	};
}

function isWhole(value: number, most: number): boolean {
	return Number.isInteger(value) && value >= 1 && value <= most;
}

function beijingTime(at: number): string {
	return new Date(at + beijingOffset).toISOString().slice(0, 19).replace('T', ' ');
}

function parseBeijingDay(text: string): number | undefined {
	const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
	const at = Date.parse(`${year}-${month}-${date}T00:00:00+08:00`);
	return Number.isNaN(at) ? undefined : at;
}
