// `[stage=stage]`: wherever codes are entered.
import type { ParamMatcher } from '@sveltejs/kit';
import type { Stage } from '../lib/experience/journeys/flow.ts';

const stages: Stage[] = ['sign-in', 'register', 'forgot-password', 'continue'];

export const match = ((param: string): param is Stage => (stages as string[]).includes(param)) satisfies ParamMatcher;
