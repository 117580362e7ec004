// What a first screen posts: understood, remembered for the way back, and answered with a code or the next question.
import type { IdentifierForm } from '../../contract/forms.ts';
import { refuse } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { remember, type DraftKeeper } from './draft.ts';
import type { Flow } from './flow.ts';
import { findMethod, isPasswordFirst } from './methods.ts';
import type { Outcome } from './next-page.ts';
import { isReachable, readIdentifier } from './read-identifier.ts';
import { takeUsername } from './register.ts';
import { sendCode } from './send-code.ts';

export async function start(api: Writer, flow: Flow, form: IdentifierForm, draft: DraftKeeper): Promise<Outcome> {
	const read = readIdentifier(form);
	remember(draft, form, read);
	if (!read.ok) return read;
	if (flow === 'sign-in') return chooseMethod(api, read.value);
	if (isReachable(read.value)) return sendCode(api, flow, read.value);
	return flow === 'register' ? takeUsername(api, read.value.value) : refuse('user.invalid_email');
}

/** Asks nobody who it is: an account that does not exist has a password page like any other. */
async function chooseMethod(api: Writer, identifier: Identifier): Promise<Outcome> {
	const settings = await api.settings();
	if (!settings.ok) return settings;
	const method = findMethod(settings.value, identifier.type);
	if (!method) return refuse('user.sign_in_method_not_enabled');
	if (isPasswordFirst(method) || !isReachable(identifier)) return { page: '/sign-in/password' };
	return sendCode(api, 'sign-in', identifier);
}
