// What a first screen posts: understood, remembered for the way back, and answered with a code or the next question.
import type { FirstForm } from '../../contract/forms.ts';
import { refuse } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import type { Writer } from '../client.ts';
import { remember, type DraftKeeper } from './draft.ts';
import type { Flow } from './flow.ts';
import { findMethod, isPasswordFirst } from './methods.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';
import { isReachable, readIdentifier } from './read-identifier.ts';
import { takeUsername } from './register.ts';
import { sendCode } from './send-code.ts';
import { askAboutComputer } from './shared-computer.ts';
import { enterPassword } from './sign-in.ts';
import { mustAgree } from './terms.ts';

export async function start(api: Writer, flow: Flow, form: FirstForm, draft: DraftKeeper): Promise<Outcome> {
	const read = readIdentifier(form);
	remember(draft, form, read);
	if (!read.ok) return read;
	if (flow === 'forgot-password') {
		return isReachable(read.value) ? sendCode(api, flow, read.value) : refuse('user.invalid_email');
	}
	const settings = await api.settings();
	if (!settings.ok) return settings;
	if (mustAgree(flow, settings.value) && !form.terms) return refuse('user.terms_not_accepted');
	const asked = await askAboutComputer(api, settings.value, form);
	if (!asked.ok) return afterRefusal(api, flow, asked.problem);
	if (flow === 'sign-in') return chooseMethod(api, read.value, settings.value, { ...form, draft });
	return isReachable(read.value) ? sendCode(api, flow, read.value) : takeUsername(api, read.value.value);
}

/** Asks nobody who it is: an account that does not exist has a password page like any other. */
async function chooseMethod(
	api: Writer,
	identifier: Identifier,
	settings: PublicSettings,
	{ password, draft, ...form }: FirstForm & { draft: DraftKeeper }
): Promise<Outcome> {
	const method = findMethod(settings, identifier.type);
	if (!method) return refuse('user.sign_in_method_not_enabled');
	if (password && method.password) return enterPassword(api, { ...form, password }, draft);
	if (isPasswordFirst(method) || !isReachable(identifier)) return { page: '/sign-in/password' };
	return sendCode(api, 'sign-in', identifier);
}
