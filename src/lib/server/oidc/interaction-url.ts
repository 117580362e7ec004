// Where a person is sent when the provider needs them: one page a prompt and first screen (contract §2.9).
import type { FirstScreen } from './extra-parameters.ts';
import { hintOf } from './interaction-cookies.ts';

export type RequestParameters = Partial<
	Record<
		| 'client_id'
		| 'interaction_mode'
		| 'first_screen'
		| 'direct_sign_in'
		| 'organization_id'
		| 'ui_locales'
		| 'one_time_token'
		| 'login_hint'
		| 'identifier',
		unknown
	>
>;

const pageOf: Record<FirstScreen, string> = {
	sign_in: 'sign-in',
	signIn: 'sign-in',
	register: 'register',
	reset_password: 'reset-password',
	'identifier:sign_in': 'identifier-sign-in',
	'identifier:register': 'identifier-register',
	single_sign_on: 'single-sign-on'
};

const forwarded = ['organization_id', 'ui_locales', 'one_time_token', 'login_hint', 'identifier'] as const;

/** Relative to our origin. `uid` is only a hint: the signed cookie of the same name proves it. */
export function interactionUrl(prompt: string, uid: string, params: RequestParameters): string {
	const query = new URLSearchParams({ app_id: String(params.client_id), uid: hintOf(uid) });
	if (prompt === 'consent') return `/consent?${query}`;
	for (const name of forwarded) {
		if (typeof params[name] === 'string') query.set(name, params[name]);
	}
	const page = firstPageOf(prompt, params);
	if (typeof params.direct_sign_in !== 'string') return `/${page}?${query}`;
	const [method, target] = params.direct_sign_in.split(':', 2) as [string, string];
	query.set('fallback', page);
	return `/direct/${method}/${target}?${query}`;
}

/** Whom a link was sent to is no question. */
function firstPageOf(prompt: string, params: RequestParameters): string {
	const chooses = prompt === 'select_account' && typeof params.one_time_token !== 'string';
	return chooses ? 'choose-account' : pageOf[firstScreenOf(params)];
}

function firstScreenOf(params: RequestParameters): FirstScreen {
	if (typeof params.first_screen === 'string') return params.first_screen as FirstScreen;
	return params.interaction_mode === 'signUp' ? 'register' : 'sign_in';
}
