// QuerySendDetails: what became of a message, asked for where Aliyun has no address to push receipts to.
import { receiptCode } from '../../../contract/receipts.ts';
import type { Message, Receipt } from '../../usecases/ports.ts';
import { keySourceOf } from '../aliyun/credentials.ts';
import { formatNumber } from '../aliyun/number.ts';
import { callAliyun } from '../aliyun/request.ts';
import type { AliyunSmsConfig } from './config.ts';

const timeoutMs = 5_000;
/** Aliyun's days are Beijing's. */
const beijingOffset = 8 * 3_600_000;

type Asked = { vendorId: string; message: Pick<Message, 'to' | 'country'>; sentAt: number; endpoint: string };

/** Undefined while Aliyun does not know, and where it does not answer: receipts decide nothing. */
export async function findReceipt(
	{ vendorId, message, sentAt, endpoint }: Asked,
	config: AliyunSmsConfig,
	fetch: typeof globalThis.fetch
): Promise<Omit<Receipt, 'at'> | undefined> {
	const found = await keySourceOf(config).find();
	if (found.fault !== undefined) return undefined;
	const query = {
		PhoneNumber: formatNumber(message),
		BizId: vendorId,
		SendDate: new Date(sentAt + beijingOffset).toISOString().slice(0, 10).replaceAll('-', ''),
		PageSize: '1',
		CurrentPage: '1'
	};
	const call = { endpoint, action: 'QuerySendDetails', version: '2017-05-25', keys: found.keys, query };
	const { answer } = { answer: undefined, ...(await callAliyun(call, fetch, AbortSignal.timeout(timeoutMs))) };
	// `Content` holds the code, `PhoneNum` the number: neither is looked at.
	const { SmsSendDetailDTO: rows = [] } = (answer?.['SmsSendDetailDTOs'] ?? {}) as { SmsSendDetailDTO?: Detail[] };
	const [{ SendStatus: status, ErrCode: said } = {}] = rows;
	if (status !== failed && status !== arrived) return undefined;
	const code = /^[A-Z][A-Z_]{1,59}$/.test(said ?? '') ? said : undefined;
	return { vendorId, arrived: status === arrived, code: receiptCode(status === arrived, code) };
}

type Detail = { SendStatus?: number; ErrCode?: string };
const failed = 2;
const arrived = 3;
