// What an account still lacks, asked for one by one, at the end of a sign-in or a registration.
import type { CodeForm, IdentifierForm } from '../../contract/forms.ts';
import type { IdentifierType, InteractionAnswer, ProfileItem } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { remember, type DraftKeeper } from './draft.ts';
import { proveCode } from './enter-code.ts';
import { finish, submit } from './finish.ts';
import { firstPage, type Stage } from './flow.ts';
import type { Lacking, Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';
import { isReachable, readIdentifier } from './read-identifier.ts';
import { deliverCode } from './send-code.ts';

export async function complete(api: Writer, item: ProfileItem, stage: Stage = 'continue'): Promise<Outcome> {
	const state = await api.interaction();
	if (!state.ok) return afterRefusal(api, stage, state.problem);
	if (state.value.redirectTo) return { page: '/go' };
	const added = await api.addToProfile(item);
	// The other half of a double click, or another tab, has just added it.
	const isThere = added.ok || added.problem.code.endsWith('_exists_in_profile');
	return isThere ? goOn(api, stage, state.value) : afterRefusal(api, stage, added.problem);
}

/** A number or an address must be proven before it counts. */
export async function offerIdentifier(api: Writer, form: IdentifierForm, draft: DraftKeeper): Promise<Outcome> {
	const read = readIdentifier(form);
	remember(draft, form, read);
	if (!read.ok) return read;
	if (!isReachable(read.value)) return complete(api, { type: 'username', value: read.value.value });
	const state = await api.interaction();
	if (!state.ok) return afterRefusal(api, 'continue', state.problem);
	if (state.value.redirectTo) return { page: '/go' };
	return deliverCode(api, 'continue', read.value, { event: state.value.interactionEvent });
}

export async function enterContactCode(api: Writer, form: CodeForm): Promise<Outcome> {
	const proven = await proveCode(api, 'continue', form);
	if ('outcome' in proven) return proven.outcome;
	const { id, identifier } = proven.record;
	return complete(api, { type: identifier.type, verificationId: id });
}

/** The fields of a page that is named after what is missing. */
export function typesLacking(lacking: Exclude<Lacking, 'password' | 'extra-profile'>): IdentifierType[] {
	return lacking === 'emailOrPhone' ? ['email', 'phone'] : [lacking];
}

async function goOn(api: Writer, stage: Stage, state: InteractionAnswer): Promise<Outcome> {
	if (state.interactionEvent === 'Register') return finish(api, 'register', state);
	return state.interactionEvent === 'SignIn' ? submit(api, stage) : { page: firstPage(stage) };
}
