// `[lacking=lacking]`: what an account may still lack and is asked for by a page; passwords have a page of their own.
import type { ParamMatcher } from '@sveltejs/kit';

const identifiers = ['username', 'email', 'phone', 'emailOrPhone'] as const;

export const match = ((param: string): param is (typeof identifiers)[number] =>
	(identifiers as readonly string[]).includes(param)) satisfies ParamMatcher;
