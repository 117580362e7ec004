// Settings that every Aliyun connector has. White space around a pasted key is never part of it.
import { z } from 'zod';
import { endpointSetting } from './endpoint.ts';

/** Given and not blank once trimmed. */
export const requiredText = z.string().trim().min(1, 'must not be empty');

export const aliyunSettings = {
	accessKeyId: requiredText.optional(),
	accessKeySecret: requiredText.optional(),
	/** Only with temporary (STS) keys. */
	securityToken: requiredText.optional(),
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
