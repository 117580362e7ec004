// Configuration of Aliyun's SMS verification service: a signature and templates that Aliyun gives, not yours.
import { z } from 'zod';
import { aliyunSettings, requiredText, withKeys } from '../aliyun/settings.ts';

const variables = z.enum(['code', 'min'], 'must be code or min');

const settings = z.strictObject({
	...aliyunSettings,
	signName: requiredText.refine((name) => !/[【】]/.test(name), 'is the name alone, without the brackets 【】'),
	templates: z
		.array(
			z.object({
				usageType: requiredText,
				templateCode: requiredText,
				/** Exactly those of the template's text: one too few or too many is refused. */
				variables: z.array(variables).default(['code', 'min'])
			})
		)
		.min(1, 'must have at least one template')
});

export const aliyunDypnsConfig = withKeys(settings);
export type AliyunDypnsConfig = z.infer<typeof aliyunDypnsConfig>;
