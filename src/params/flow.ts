// `[flow=flow]`: the two flows that begin with a phone number or an address.
import type { ParamMatcher } from '@sveltejs/kit';
import type { Flow } from '../lib/experience/journeys/flow.ts';

export const match = ((param: string): param is Flow =>
	param === 'sign-in' || param === 'register') satisfies ParamMatcher;
