// GET /api/.well-known/account-center, GET and PATCH /api/account-center: Logto's object over one of the settings.
import { z } from 'zod';
import { accountCenterSetting, accountFields, fieldControl } from '../settings/account-center.ts';

const fields = z.record(accountFields.keyof(), fieldControl);

export const accountCenterAnswer = accountCenterSetting.extend({
	tenantId: z.literal('default'),
	id: z.literal('default'),
	fields,
	/** The page looks as the sign-in pages do. */
	customCss: z.null()
});
export type AccountCenterAnswer = z.infer<typeof accountCenterAnswer>;

/** What is named; `fields` are merged one by one. An empty `deleteAccountUrl` takes it away, as in Logto. */
export const accountCenterChanges = z
	.strictObject({
		enabled: z.boolean(),
		fields: z.partialRecord(accountFields.keyof(), fieldControl),
		webauthnRelatedOrigins: accountCenterSetting.shape.webauthnRelatedOrigins.unwrap(),
		deleteAccountUrl: accountCenterSetting.shape.deleteAccountUrl.unwrap().or(z.literal('')),
		customCss: z.null(),
		profileFields: accountCenterSetting.shape.profileFields.unwrap()
	})
	.partial();
export type AccountCenterChanges = z.infer<typeof accountCenterChanges>;
