// `[factor=factor]`: the second factors that can be shown, as settings name them.
import type { ParamMatcher } from '@sveltejs/kit';
import { factorType, type FactorType } from '../lib/contract/factors.ts';

export const match = ((param: string): param is FactorType =>
	(factorType.options as string[]).includes(param)) satisfies ParamMatcher;
