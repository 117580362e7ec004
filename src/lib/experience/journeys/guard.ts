// Whether a page belongs to an interaction that is still open, or where the browser should be instead.
import { statusOf } from '../../contract/problems.ts';
import type { Result } from '../../contract/result.ts';
import { interactionAnswer, type InteractionAnswer } from '../../contract/schemas.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import { otherFlow, type Flow } from './flow.ts';
import type { Page } from './next-page.ts';

export function leaveFor(interaction: Result<InteractionAnswer>): Page | undefined {
	if (interaction.ok) return interaction.value.redirectTo ? '/go' : undefined;
	return interaction.problem.code === 'session.not_found' ? '/unknown-session' : undefined;
}

/** Nobody knows whether there is an interaction: no reason to send anybody away from it. */
export function isOutage(answer: Result<unknown>): boolean {
	return !answer.ok && (answer.problem.status ?? statusOf[answer.problem.code]) >= 500;
}

/** Before anything is started, the refusal itself names the application. */
export function applicationOf(interaction: Result<InteractionAnswer>): InteractionAnswer['application'] | undefined {
	if (interaction.ok) return interaction.value.application;
	const named = interactionAnswer.shape.application.safeParse(interaction.problem.data?.application);
	return named.data;
}

/** `signInMode` may close one of the two modes, and recovery is open where it can end in a password. */
export function openFlow(flow: Flow, { signInMode, forgotPassword }: PublicSettings): Flow {
	if (flow === 'forgot-password') return forgotPassword.phone || forgotPassword.email ? flow : 'sign-in';
	return signInMode === (flow === 'sign-in' ? 'Register' : 'SignIn') ? otherFlow[flow] : flow;
}
