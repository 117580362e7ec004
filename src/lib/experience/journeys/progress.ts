// How far the interaction is, asked of the API whenever a page may be behind it.
import { formatPhone } from '../../contract/identifier.ts';
import { refuse } from '../../contract/result.ts';
import type { Problem } from '../../contract/problems.ts';
import type { CodeIdentifier, InteractionAnswer, PublicVerification } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import type { Flow } from './flow.ts';
import { isCrossing, nextPage, type Outcome } from './next-page.ts';

export type Found = { state: InteractionAnswer; record: PublicVerification } | { outcome: Outcome };

/** The proof that a form speaks of, or where to go instead because the interaction has moved on without it. */
export async function findVerification(api: Writer, flow: Flow, id: string): Promise<Found> {
	const state = await api.interaction();
	if (!state.ok) return { outcome: await outcomeOf(api, flow, state.problem) };
	if (state.value.redirectTo) return { outcome: { page: '/go' } };

	const record = sentCodes(state.value).find((candidate) => candidate.id === id);
	if (record) return { state: state.value, record };
	return {
		outcome: newestVerification(state.value) ? refuse('session.verification_session_not_found') : { page: `/${flow}` }
	};
}

/** A refusal that somebody else's success explains (a double click, a second tab) is no refusal. */
export async function afterRefusal(api: Writer, flow: Flow, problem: Problem): Promise<Outcome> {
	const state = await api.interaction();
	return state.ok && state.value.redirectTo ? { page: '/go' } : outcomeOf(api, flow, problem);
}

/** The codes that were asked for; other proofs have pages of their own. */
export function sentCodes({ verificationRecords }: InteractionAnswer): PublicVerification[] {
	return verificationRecords.filter((record) => 'resendAt' in record);
}

/** There is at most one proof per channel; the one asked for last expires last. */
export function newestVerification(state: InteractionAnswer, kind?: 'email' | 'phone'): PublicVerification | undefined {
	const newestFirst = sentCodes(state).toSorted((a, b) => b.expiresAt - a.expiresAt);
	return newestFirst.find(({ identifier }) => identifier.type === kind) ?? newestFirst[0];
}

/** As people read it. */
export function shownIdentifier({ type, value }: CodeIdentifier): string {
	return type === 'phone' ? formatPhone(value) : value;
}

async function outcomeOf(api: Writer, flow: Flow, problem: Problem): Promise<Outcome> {
	const settings = isCrossing(problem.code, flow) ? await api.settings() : undefined;
	const page = nextPage(problem.code, flow, settings?.ok ? settings.value.signInMode : 'SignInAndRegister');
	return page ? { page } : { problem };
}
