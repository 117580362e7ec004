import { smsReportAnswer, smsReports } from '$lib/contract/receipts.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { admitPush, takePushed } from '$lib/server/usecases/take-receipts.ts';

export const POST = endpoint({
	summary: 'Delivery receipts as Aliyun pushes them, at an address that only Aliyun is told',
	body: smsReports,
	// Up to 500 of them, each with words of a carrier.
	mostBytes: 524_288,
	answers: { 200: smsReportAnswer },
	problems: ['entity.not_found'],
	admit: async (id) => admitPush(await services(), id),
	run: async ({ body }) => takePushed(await services(), body)
});
