// Signing in with a password, or with a code instead of it.
import type { IdentifierForm } from '../../contract/forms.ts';
import { ok, refuse } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { begin } from './begin.ts';
import { remember, type DraftKeeper } from './draft.ts';
import { finish } from './finish.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';
import { isReachable, readIdentifier } from './read-identifier.ts';
import { sendCode } from './send-code.ts';

/** Whom the page has shown is meant, whatever another tab has typed since. */
export async function enterPassword(
	api: Writer,
	form: IdentifierForm & { password: string },
	draft: DraftKeeper
): Promise<Outcome> {
	const read = readIdentifier(form);
	remember(draft, form, read);
	return read.ok ? offerPassword(api, read.value, form.password) : read;
}

/** Of somebody who was typed or picked. */
export async function offerPassword(api: Writer, identifier: Identifier, password: string): Promise<Outcome> {
	const state = await api.interaction();
	if (state.ok && state.value.redirectTo) return { page: '/go' };
	const isBegun = state.ok && state.value.interactionEvent === 'SignIn';
	// A fresh start would undo what the other half of a double click has just proven.
	const begun = isBegun ? ok() : await begin(api, 'sign-in', state);
	if (!begun.ok) return afterRefusal(api, 'sign-in', begun.problem);

	const outcome = await prove(api, identifier, password);
	if (!('problem' in outcome) || outcome.problem.code !== 'session.identity_conflict') return outcome;
	// Somebody else had been recognised in this interaction: it begins anew with whoever has the password.
	const again = await api.start('SignIn');
	return again.ok ? prove(api, identifier, password) : again;
}

export async function codeInstead(api: Writer, form: IdentifierForm): Promise<Outcome> {
	const read = readIdentifier(form);
	return read.ok ? sendCodeTo(api, read.value) : read;
}

/** `masked`: to somebody who was picked. */
export async function sendCodeTo(api: Writer, identifier: Identifier, masked?: boolean): Promise<Outcome> {
	return isReachable(identifier)
		? sendCode(api, 'sign-in', identifier, masked)
		: refuse('user.sign_in_method_not_enabled');
}

async function prove(api: Writer, identifier: Identifier, password: string): Promise<Outcome> {
	const checked = await api.checkPassword(identifier, password);
	if (!checked.ok) return afterRefusal(api, 'sign-in', checked.problem);
	const outcome = await finish(api, 'sign-in', { interactionEvent: 'SignIn' }, checked.value.verificationId);
	if (!('problem' in outcome) || outcome.problem.code !== 'session.verification_session_not_found') return outcome;
	// Of two overlapping posts the later one's proof has taken the place of this one's.
	const state = await api.interaction();
	const newer = state.ok && state.value.verificationRecords.find(({ type }) => type === 'Password');
	return newer ? finish(api, 'sign-in', state.value, newer.id) : outcome;
}
