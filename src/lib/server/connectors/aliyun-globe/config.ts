// Configuration of Aliyun's international SMS: free text, for accounts of the international site.
import { z } from 'zod';
import { aliyunSettings, requiredText, withKeys } from '../aliyun/settings.ts';

const sender = /^(?:[\dA-Za-z]{1,11}|\d{1,15})$/;

const text = z.object({
	usageType: requiredText,
	/** `{{code}}`, `{{application.name}}` and `{{minutes}}` are filled in. */
	text: requiredText.refine((text) => /\{\{\s*code\s*\}\}/.test(text), 'must contain {{code}}')
});

const settings = z.strictObject({
	...aliyunSettings,
	/** Sender id, where the country has registered one. */
	from: z.string().trim().regex(sender, 'must be at most 11 letters and digits, or 15 digits').optional(),
	/** Registered wording, where a country asks for it; otherwise Foyer writes the message in the page's language. */
	templates: z.array(text).default([])
});

export const aliyunGlobeConfig = withKeys(settings);
export type AliyunGlobeConfig = z.infer<typeof aliyunGlobeConfig>;
