// Settings that every Aliyun connector has. White space around a pasted key is never part of it.
import { z } from 'zod';
import { endpointSetting } from './endpoint.ts';

/** Given and not blank once trimmed. */
export const requiredText = z.string().trim().min(1, 'must not be empty');

/** It travels in a header: what is no plain character was never in a key, and nothing could be sent with it. */
const key = requiredText.regex(/^[\x21-\x7e]*$/, 'has a character that no key has: copy it again from the console');

export const aliyunSettings = {
	accessKeyId: key.optional(),
	accessKeySecret: key.optional(),
	/** Only with temporary (STS) keys. */
	securityToken: key.optional(),
	/** Instead of keys: those of `ALIBABA_CLOUD_…`, or of the RAM role that this machine has. */
	credentials: z.enum(['environment', 'machine'], 'must be environment or machine').optional(),
	endpoint: endpointSetting
};

type Given = { accessKeyId?: unknown; accessKeySecret?: unknown; credentials?: unknown };

/** Also asked when something else is wrong, so that everything that is missing is told at once. */
const always = () => true;

export function withKeys<Schema extends z.ZodObject>(schema: Schema): Schema {
	const has = (name: 'accessKeyId' | 'accessKeySecret') => (given: unknown) =>
		Boolean((given as Given)?.credentials) || (given as Given)?.[name] !== undefined;
	return schema
		.refine(has('accessKeyId'), { path: ['accessKeyId'], message: 'is missing', when: always })
		.refine(has('accessKeySecret'), { path: ['accessKeySecret'], message: 'is missing', when: always });
}
