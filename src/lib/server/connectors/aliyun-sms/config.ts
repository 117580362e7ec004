// Configuration of the Aliyun SMS connector: Logto's shape as it is, and a few settings of ours.
import { z } from 'zod';
import { aliyunSettings, requiredText, withKeys } from '../aliyun/settings.ts';

/** Aliyun reviews mainland and overseas templates apart; an empty or absent one turns that region off. */
const templateCode = z.union(
	[requiredText, z.object({ china: z.string().trim().optional(), overseas: z.string().trim().optional() })],
	'must be a template code, or an object with `china` and `overseas`'
);

const template = z.object({
	usageType: requiredText,
	templateCode,
	/** Aliyun's own template kind. Logto keeps it; sending does not need it. */
	type: z.number().optional()
});

const settings = z.strictObject({
	...aliyunSettings,
	signName: requiredText.refine((name) => !/[【】]/.test(name), 'is the name alone, without the brackets 【】'),
	templates: z.array(template).min(1, 'must have at least one template'),
	/** Accepted from Logto. Without effect: Foyer always knows a number's country. */
	strictPhoneRegionNumberCheck: z.boolean().optional(),
	/** Keeps phone and code out of the logs of an egress proxy. Not yet confirmed against the real gateway. */
	paramsInBody: z.boolean().default(false),
	/** Asks for each message's receipt afterwards, for accounts that cannot have receipts pushed. */
	pollReceipts: z.boolean().default(false)
});

export const aliyunSmsConfig = withKeys(settings);
export type AliyunSmsConfig = z.infer<typeof aliyunSmsConfig>;
