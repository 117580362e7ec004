// SenderStatisticsDetailByParam: what became of a mail. DirectMail pushes nothing over HTTP, so it is asked.
import { receiptCode } from '../../../contract/receipts.ts';
import type { Receipt } from '../../usecases/ports.ts';
import { keySourceOf } from '../aliyun/credentials.ts';
import { callAliyun } from '../aliyun/request.ts';
import type { AliyunDmConfig } from './config.ts';

const timeoutMs = 5_000;
const minute = 60_000;
/** No zone is documented for the days and minutes of a question: as everywhere at Aliyun, they are taken for Beijing's. */
const beijingOffset = 8 * 3_600_000;

type Asked = { vendorId: string; to: string; sentAt: number; endpoint: string };
type Detail = { AccountName?: string; Status?: number; ErrorClassification?: string };

/**
 * Undefined while DirectMail does not know, and where it does not answer: receipts decide nothing. Its rows name no mail, so
 * the row is that of the address in the minutes round the sending; our own cooldown lets one mail an address into them.
 */
export async function findReceipt(
	{ vendorId, to, sentAt, endpoint }: Asked,
	config: AliyunDmConfig,
	fetch: typeof globalThis.fetch
): Promise<Omit<Receipt, 'at'> | undefined> {
	const found = await keySourceOf(config).find();
	if (found.fault !== undefined) return undefined;
	const query = {
		ToAddress: to,
		StartTime: beijingMinute(sentAt),
		EndTime: beijingMinute(sentAt + minute),
		Length: '10'
	};
	const call = { endpoint, action: 'SenderStatisticsDetailByParam', version: '2015-11-23', keys: found.keys, query };
	const { answer } = { answer: undefined, ...(await callAliyun(call, fetch, AbortSignal.timeout(timeoutMs))) };
	// `Subject` may hold the code, `Message` the address: neither is looked at.
	const { mailDetail: rows = [] } = (answer?.['data'] ?? {}) as { mailDetail?: Detail[] };
	const row = rows.find(({ AccountName }) => AccountName === config.accountName);
	if (typeof row?.Status !== 'number') return undefined;
	const arrived = row.Status === delivered;
	const said = /^[A-Za-z][A-Za-z_.]{1,59}$/.test(row.ErrorClassification ?? '') ? row.ErrorClassification : undefined;
	return { vendorId, arrived, code: receiptCode(arrived, arrived ? undefined : (said ?? failures[row.Status])) };
}

const delivered = 0;
const failures: Record<number, string> = { 2: 'INVALID_ADDRESS', 3: 'SPAM', 4: 'FAILED' };

function beijingMinute(at: number): string {
	return new Date(at + beijingOffset).toISOString().slice(0, 16).replace('T', ' ');
}
