// Configuration of the Aliyun DirectMail connector: Logto's shape, where templates are optional.
import { z } from 'zod';
import { aliyunSettings, requiredText, withKeys } from '../aliyun/settings.ts';

/** A sender domain lives in one region only. */
export const regionEndpoints = {
	'cn-hangzhou': 'https://dm.aliyuncs.com',
	'ap-southeast-1': 'https://dm.ap-southeast-1.aliyuncs.com',
	'ap-southeast-2': 'https://dm.ap-southeast-2.aliyuncs.com',
	'us-east-1': 'https://dm.us-east-1.aliyuncs.com',
	'eu-central-1': 'https://dm.eu-central-1.aliyuncs.com'
} as const;

const regions = Object.keys(regionEndpoints) as (keyof typeof regionEndpoints)[];

const settings = z.strictObject({
	...aliyunSettings,
	regionId: z.enum(regions).optional(),
	/** The sender address created in the DirectMail console. */
	accountName: requiredText.refine((address) => address.includes('@'), 'must be an email address'),
	fromAlias: z.string().trim().max(14, 'must be at most 14 characters').optional(),
	/** Asks for each mail's receipt afterwards: DirectMail pushes none. */
	pollReceipts: z.boolean().default(false),
	/** `content` is HTML; `{{code}}` and `{{application.name}}` are filled in. Without a template Foyer writes the mail. */
	templates: z.array(z.object({ usageType: requiredText, subject: requiredText, content: requiredText })).default([])
});

export const aliyunDmConfig = withKeys(settings);
export type AliyunDmConfig = z.infer<typeof aliyunDmConfig>;
