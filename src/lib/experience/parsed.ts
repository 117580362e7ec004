// An answer of the API as its schema says it is.
import type { z } from 'zod';
import { ok, refuse, type Result } from '../contract/result.ts';

export function parsed<Value>(answer: Result<unknown>, schema: z.ZodType<Value>): Result<Value> {
	if (!answer.ok) return answer;
	const read = schema.safeParse(answer.value);
	return read.success ? ok(read.data) : refuse('server.unavailable');
}
