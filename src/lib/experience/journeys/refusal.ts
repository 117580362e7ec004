// A refusal that is said on another page than where it happened. All words are ours: an address that somebody makes up
// can only say that something has to be tried again.
import { statusOf, type ProblemCode } from '../../contract/problems.ts';
import type { Problem } from '../../contract/problems.ts';
import type { FormAnswer } from '../form.ts';

const isTold = (code: string): code is ProblemCode =>
	code in statusOf && /^((connector|request|user|verification_record|server)\.|session\.busy$)/.test(code);

export function refusalQuery({ code, data }: Problem): Record<string, string> {
	const { retryAfter, newcomers } = data ?? {};
	return {
		refused: code,
		...(typeof retryAfter === 'number' && { wait: String(retryAfter) }),
		...(newcomers === true && { newcomers: '1' })
	};
}

/** What a first page says, as if it had been refused there; the person's own `values` stay in their fields. */
export function refusalIn({ searchParams }: URL, values: FormAnswer['values']): FormAnswer | undefined {
	const code = searchParams.get('refused') ?? '';
	if (!isTold(code)) return undefined;
	const retryAfter = Number(searchParams.get('wait') ?? 0);
	const data = {
		...(Number.isInteger(retryAfter) && retryAfter > 0 && { retryAfter }),
		...(searchParams.has('newcomers') && { newcomers: true })
	};
	return { values, problem: { code, data } };
}
