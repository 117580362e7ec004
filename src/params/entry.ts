// `[entry=entry]`: first screens that applications may ask for by name and that lead to one of the two flows.
import type { ParamMatcher } from '@sveltejs/kit';

const entries = ['identifier-sign-in', 'identifier-register', 'reset-password', 'single-sign-on'];

export const match = ((param) => entries.includes(param)) satisfies ParamMatcher;
