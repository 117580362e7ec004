// `[flow=flow]`: the two flows that begin with the first screen.
import type { ParamMatcher } from '@sveltejs/kit';
import type { Mode } from '../lib/experience/journeys/flow.ts';

export const match = ((param: string): param is Mode =>
	param === 'sign-in' || param === 'register') satisfies ParamMatcher;
