// Settings that every Aliyun connector has. White space around a pasted key is never part of it.
import { z } from 'zod';
import { endpointSetting } from './endpoint.ts';

/** Given and not blank once trimmed. */
export const requiredText = z.string().trim().min(1, 'must not be empty');

export const aliyunSettings = {
	accessKeyId: requiredText,
	accessKeySecret: requiredText,
	/** Only with temporary (STS) keys. */
	securityToken: requiredText.optional(),
	endpoint: endpointSetting
};
