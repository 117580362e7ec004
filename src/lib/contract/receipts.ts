// Delivery receipts as Aliyun pushes them (SmsReport): an array, mainland fields or those for other countries.
import { z } from 'zod';

/** A word of the vendor's. The shape keeps numbers of phones out of it. */
const code = z.string().regex(/^[A-Za-z][A-Za-z_.:]{0,59}\d{0,3}$/);
const messageId = z.string().regex(/^[\w^-]{8,64}$/);

const mainland = z.object({ biz_id: messageId, success: z.boolean(), err_code: code.optional().catch(undefined) });
const abroad = z.object({
	MessageId: messageId,
	Status: z.union([code, z.number()]),
	ErrorCode: code.optional().catch(undefined)
});

/** What else is in a report, a phone number above all, is dropped here. */
export const smsReports = z.array(z.union([mainland, abroad])).max(500);
export type SmsReport = z.infer<typeof smsReports>[number];

/** What the vendor reads: anything but 0 makes it push the same again. */
export const smsReportAnswer = z.object({ code: z.literal(0), msg: z.literal('ok') });
