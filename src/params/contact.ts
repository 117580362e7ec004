// `[contact=contact]`: what an account is reached by.
import type { ParamMatcher } from '@sveltejs/kit';

export const match = ((param: string): param is 'email' | 'phone' =>
	param === 'email' || param === 'phone') satisfies ParamMatcher;
