// Delivery receipts as Aliyun pushes them (SmsReport): an array, mainland fields or those for other countries.
import { z } from 'zod';

/** A word of the vendor's. The shape keeps numbers of phones out of it. */
const code = z.string().regex(/^[A-Za-z][A-Za-z_.:]{0,59}\d{0,3}$/);
const messageId = z.string().regex(/^[\w^-]{8,64}$/);

const mainland = z.object({ biz_id: messageId, success: z.boolean(), err_code: code.optional().catch(undefined) });
/** A digit in quotes, as https://help.aliyun.com/zh/sms/smsreport-http-intl has it; bare ones and words are taken as well. */
const abroad = z.object({
	MessageId: messageId,
	Status: z.union([code, z.string().regex(/^\d{1,2}$/), z.number()]),
	ErrorCode: code.optional().catch(undefined)
});

/** What else is in a report, a phone number above all, is dropped here; an odd one costs the others nothing. */
export const smsReports = z.array(z.union([mainland, abroad]).optional().catch(undefined)).max(500);
export type SmsReport = z.infer<typeof mainland> | z.infer<typeof abroad>;

/** The vendor's word for what became of a message, or one of its own where it said none. */
export function receiptCode(arrived: boolean, said: string | undefined): string {
	return said ?? (arrived ? 'DELIVERED' : 'UNKNOWN');
}

/** What the vendor reads: anything but 0 makes it push the same again. */
export const smsReportAnswer = z.object({ code: z.literal(0), msg: z.literal('ok') });
