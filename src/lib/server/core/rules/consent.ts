// Whether a third party is given what it asks for: decided by the state as it is now, whatever the page has shown.
import type { ConsentScope } from '../../../contract/consent.ts';
import type { Problem, ProblemCode } from '../../../contract/problems.ts';
import type { Interaction } from '../interaction/state.ts';
import type { User } from '../user.ts';

export type ConsentFacts = {
	/** The account that the request was made for. */
	user: User | undefined;
	/** The account that the same browser session is signed in as now. */
	sessionAccountId: string | undefined;
	/** What is asked for, and what the application may ask for. */
	scopes: ConsentScope[];
	allowed: readonly ConsentScope[];
};

export type ConsentAnswered = ConsentFacts & {
	denied: boolean;
	/** What the person saw, when the answer tells, and what they would be shown now. */
	shown: string | undefined;
	current: string;
	redirectTo: string;
	at: number;
};

/** What the provider takes for the person's agreement: theirs alone, and to nothing else. */
export type ConsentGiven = { accountId: string; scopes: ConsentScope[] };

export type ConsentDecision =
	| { state: Interaction; result: { consent: ConsentGiven } | { error: string; error_description: string } }
	| { problem: Problem };

export function answerConsent(state: Interaction, event: ConsentAnswered): ConsentDecision {
	const { user, denied, shown, current, redirectTo, at } = event;
	const refusal = whyNotConsent(event);
	if (refusal || !user) return { problem: { code: refusal ?? 'session.not_found' } };
	const finished = { ...state, finished: { at, userId: user.id, redirectTo } };
	// To say no needs no second look.
	if (denied) {
		return {
			state: finished,
			result: { error: 'access_denied', error_description: 'the person did not agree' }
		};
	}
	if (shown !== undefined && shown !== current) return { problem: { code: 'session.consent_changed' } };
	return { state: finished, result: { consent: { accountId: user.id, scopes: event.scopes } } };
}

/** Why nobody can be asked, let alone agree. */
export function whyNotConsent({ user, sessionAccountId, scopes, allowed }: ConsentFacts): ProblemCode | undefined {
	if (!user) return 'session.not_found';
	if (user.isSuspended) return 'user.suspended';
	if (sessionAccountId !== user.id) return 'session.not_found';
	return scopes.every((scope) => allowed.includes(scope)) ? undefined : 'oidc.invalid_scope';
}
