// The map of the whole experience: which page an expected refusal leads to.
import type { Problem, ProblemCode } from '../../contract/problems.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Flow } from './flow.ts';

export type Page =
	| `/${Flow}`
	| `/${Flow}/verification-code`
	| '/sign-in/create-account'
	| '/register/sign-in-instead'
	| '/consent'
	| '/go'
	| '/unknown-session';

/** Where a journey leads: another page, or this one again with what was refused. */
export type Outcome = { page: Page; query?: Record<string, string> } | { problem: Problem };

type Mode = Settings['signInMode'];
type Pages = Partial<Record<ProblemCode, Page>>;

const inFlow: Record<Flow, Pages> = {
	'sign-in': lost('sign-in'),
	register: lost('register')
};

/** A proof that fits the other flow is worth a question there, where that flow is open. */
const crossing: Record<Flow, { closedBy: Mode; pages: Pages }> = {
	'sign-in': { closedBy: 'SignIn', pages: { 'user.user_not_exist': '/sign-in/create-account' } },
	register: {
		closedBy: 'Register',
		pages: {
			'user.phone_already_in_use': '/register/sign-in-instead',
			'user.email_already_in_use': '/register/sign-in-instead'
		}
	}
};

/** Undefined: the problem is said on the page where it happened. */
export function nextPage(code: ProblemCode, flow: Flow, mode: Mode): Page | undefined {
	const { closedBy, pages } = crossing[flow];
	return inFlow[flow][code] ?? (mode === closedBy ? undefined : pages[code]);
}

/** Whether the answer depends on which flows are open. */
export function isCrossing(code: ProblemCode, flow: Flow): boolean {
	return code in crossing[flow].pages;
}

function lost(flow: Flow): Pages {
	return {
		'session.not_found': '/unknown-session',
		'session.interaction_not_found': `/${flow}`,
		'session.verification_failed': `/${flow}/verification-code`,
		'session.identifier_not_found': `/${flow}/verification-code`
	};
}
