// A one-time token: brought by the link of an invitation or a recovery, used by a press of a button, never by a visit.
import type { TokenForm } from '../../contract/forms.ts';
import { parseEmail } from '../../contract/identifier.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import { refuse } from '../../contract/result.ts';
import type { InteractionAnswer, InteractionEvent } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { begin } from './begin.ts';
import { finish, submit } from './finish.ts';
import { eventOf, type Flow, type Mode } from './flow.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';
import { askAboutComputer } from './shared-computer.ts';
import { mustAgree } from './terms.ts';

/** A token may be made for one of them; which one only the API knows. */
const flows: Flow[] = ['sign-in', 'register', 'forgot-password'];
const triesTheNext = new Set<ProblemCode>(['one_time_token.interaction_event_mismatch', 'auth.forbidden']);

export async function presentToken(api: Writer, { email, token, terms, ...ticked }: TokenForm): Promise<Outcome> {
	const settings = await api.settings();
	if (!settings.ok) return settings;
	const lacksYes = (mode: Mode) => mustAgree(mode, settings.value) && !terms;
	// Before the token is used up. Whether it makes a new account is known only after that.
	if (lacksYes('sign-in')) return refuse('user.terms_not_accepted');
	const asked = await askAboutComputer(api, settings.value, ticked);
	if (!asked.ok) return afterRefusal(api, 'sign-in', asked.problem);
	let refused: Outcome | undefined;
	for (const flow of flows) {
		const state = await api.interaction();
		if (state.ok && state.value.redirectTo) return { page: '/go' };
		const begun = findProof(state, email) ? undefined : await begin(api, flow, state);
		const checked = begun?.ok ? await api.checkToken(email, token) : begun;
		// Also when it was refused: the other half of a double click may have used it a moment ago.
		const proven = findProof(await api.interaction(), email);
		if (proven) return useProof(api, proven, lacksYes('register'));
		if (!checked || checked.ok) break;
		refused = await afterRefusal(api, flow, checked.problem);
		if (!triesTheNext.has(checked.problem.code)) break;
	}
	return refused ?? { page: '/unknown-session' };
}

type Proof = { id: string; flow: Flow };

function findProof(state: { ok: true; value: InteractionAnswer } | { ok: false }, email: string): Proof | undefined {
	if (!state.ok) return undefined;
	const address = parseEmail(email);
	const { verificationRecords, interactionEvent } = state.value;
	const record = verificationRecords.find(
		(one) => one.type === 'OneTimeToken' && address.ok && one.identifier.value === address.value
	);
	const flow = flows.find((one) => isOf(one, interactionEvent));
	return record && flow && { id: record.id, flow };
}

function isOf(flow: Flow, event: InteractionEvent | undefined): boolean {
	return eventOf[flow] === event;
}

/** Whoever was invited gets an account without being asked again. */
async function useProof(api: Writer, { id, flow }: Proof, lacksYes: boolean): Promise<Outcome> {
	if (flow === 'register' && lacksYes) return refuse('user.terms_not_accepted');
	const identified = await api.identify(id);
	if (identified.ok) return submit(api, flow);
	const isNew = flow === 'sign-in' && identified.problem.code === 'user.user_not_exist';
	if (isNew && lacksYes) return refuse('user.terms_not_accepted');
	if (isNew) return finish(api, 'register', { interactionEvent: 'SignIn' }, id);
	return afterRefusal(api, flow, identified.problem);
}
