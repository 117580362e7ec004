// Where a problem is said, under the field it is about or above the form, and how gravely.
import type { FormState } from './props.ts';

const placeOf: Record<string, RegExp> = {
	identifier: /^(user\.invalid_|connector\.(number_rejected|country_not_supported)$|session\.identifier_not_found$)/,
	code: /^verification_code\./
};

export function belongsToField(problem: FormState['problem'], field: 'identifier' | 'code'): boolean {
	if (!problem) return false;
	return problem.field ? problem.field === field : Boolean(placeOf[field]?.test(problem.code));
}

/** Refused because of the time alone: the same again will do, a little later. */
export function isWait(problem: FormState['problem']): boolean {
	return /rate_limit/.test(problem?.code ?? '');
}
