// How far the interaction is, asked of the API whenever a page may be behind it.
import { formatPhone } from '../../contract/identifier.ts';
import { maskIdentifier } from '../../contract/mask.ts';
import { refuse } from '../../contract/result.ts';
import type { Problem } from '../../contract/problems.ts';
import type { Identifier, IdentifierType, InteractionAnswer, PublicVerification } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { firstPage, type Stage } from './flow.ts';
import { isCrossing, nextPage, type Offered, type Outcome, type Page } from './next-page.ts';

export type Found = { state: InteractionAnswer; record: PublicVerification } | { outcome: Outcome };

/** The proof that a form speaks of, or where to go instead because the interaction has moved on without it. */
export async function findVerification(api: Writer, stage: Stage, id: string): Promise<Found> {
	const state = await api.interaction();
	if (!state.ok) return { outcome: await outcomeOf(api, stage, state.problem) };
	if (state.value.redirectTo) return { outcome: { page: '/go' } };

	const record = sentCodes(state.value).find((candidate) => candidate.id === id);
	if (record) return { state: state.value, record };
	return {
		outcome: newestVerification(state.value)
			? refuse('session.verification_session_not_found')
			: { page: firstPage(stage) }
	};
}

/** A refusal that somebody else's success explains (a double click, a second tab) is no refusal. */
export async function afterRefusal(api: Writer, stage: Stage, problem: Problem): Promise<Outcome> {
	const state = await api.interaction();
	return state.ok && state.value.redirectTo ? { page: '/go' } : outcomeOf(api, stage, problem);
}

/** The codes that were asked for; other proofs have pages of their own. */
export function sentCodes({ verificationRecords }: InteractionAnswer): PublicVerification[] {
	return verificationRecords.filter((record) => 'templateType' in record);
}

/** There is at most one proof per channel; the one asked for last expires last. */
export function newestVerification(state: InteractionAnswer, kind?: IdentifierType): PublicVerification | undefined {
	const newestFirst = sentCodes(state).toSorted((a, b) => b.expiresAt - a.expiresAt);
	return newestFirst.find(({ identifier }) => identifier.type === kind) ?? newestFirst[0];
}

/** What a page says of a message that did not simply leave. */
export function troubleOf({ delivery, identifier }: PublicVerification, now: number) {
	if (delivery?.state === 'unknown') return { state: 'unknown' } as const;
	if (delivery?.state !== 'refused') return undefined;
	const wait = Math.ceil(((delivery.retryAt ?? 0) - now) / 1000);
	const problem = {
		code: delivery.problem ?? 'connector.general',
		data: { type: identifier.type === 'email' ? 'email' : 'sms', ...(wait > 0 && { retryAfter: wait }) }
	};
	return { state: 'refused', problem } as const;
}

/** Whose account this is about, as was proven last by a code, a link or a password. */
export function provenIdentifier({ verificationRecords }: InteractionAnswer): Identifier | undefined {
	const firstProofs = verificationRecords.filter((record) => 'identifier' in record);
	return firstProofs.findLast((record) => !('verified' in record) || record.verified)?.identifier;
}

/** The name that a new account is to have. */
export function stagedName({ profile }: InteractionAnswer): string | undefined {
	return typeof profile.username === 'string' ? profile.username : undefined;
}

/** Where a code went: masked where whoever asked for it need not know. */
export function shownAddress({ identifier, masked }: PublicVerification): string {
	return masked ? maskIdentifier(identifier) : shownIdentifier(identifier);
}

/** As people read it. */
export function shownIdentifier({ type, value }: Identifier): string {
	return type === 'phone' ? formatPhone(value) : value;
}

async function outcomeOf(api: Writer, stage: Stage, problem: Problem): Promise<Outcome> {
	const settings = isCrossing(problem.code, stage) ? await api.settings() : undefined;
	const page = nextPage(problem, stage, settings?.ok ? settings.value : nothingKnown);
	await sendOnArrival(api, page);
	return page ? { page, query: reasonOf(problem) } : { problem };
}

/** A code that is asked for next is on its way when the page opens. Where it cannot be sent, the page says so. */
async function sendOnArrival(api: Writer, page: Page | undefined): Promise<void> {
	if (page === '/mfa-verification/EmailVerificationCode') await api.sendFactorCode('email');
	if (page === '/mfa-verification/PhoneVerificationCode') await api.sendFactorCode('phone');
}

const nothingKnown: Offered = { signInMode: 'SignInAndRegister', forgotPassword: { phone: false, email: false } };

/** What the next page says first, where it could not know otherwise. */
function reasonOf({ code }: Problem): Record<string, string> | undefined {
	if (code === 'password.expired') return { expired: '1' };
	return code.startsWith('one_time_token.') ? { reason: code.slice('one_time_token.'.length) } : undefined;
}
