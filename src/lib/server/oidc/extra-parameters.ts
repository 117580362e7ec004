// The authorization parameters beyond the standard, each judged alone: a wrong value is dropped, the others stay.
import type { KoaContextWithOIDC } from 'oidc-provider';

export const firstScreens = [
	'sign_in',
	'signIn',
	'register',
	'reset_password',
	'identifier:sign_in',
	'identifier:register',
	'single_sign_on'
] as const;
export type FirstScreen = (typeof firstScreens)[number];

const identifierKinds = ['username', 'email', 'phone'];

const isValid: Record<string, (value: string) => boolean> = {
	interaction_mode: (value) => value === 'signIn' || value === 'signUp',
	first_screen: (value) => (firstScreens as readonly string[]).includes(value),
	direct_sign_in: (value) => /^(social|sso):\w[\w.-]{0,63}$/.test(value),
	organization_id: (value) => /^[\w-]{1,64}$/.test(value),
	identifier: (value) => value.split(' ').every((kind) => identifierKinds.includes(kind)),
	one_time_token: (value) => /^[\w.~-]{1,512}$/.test(value),
	login_hint: (value) => value.length <= 320 && !/\p{Cc}/u.test(value),
	ui_locales: (value) => /^[a-z0-9-]{1,35}( [a-z0-9-]{1,35}){0,9}$/i.test(value)
};

type Validator = (ctx: KoaContextWithOIDC, value: string | undefined) => void;

export const extraParams: Record<string, Validator> = Object.fromEntries(
	Object.entries(isValid).map(([name, accepts]): [string, Validator] => [
		name,
		(ctx, value) => {
			const { params } = ctx.oidc;
			if (value !== undefined && !accepts(value) && params) params[name] = undefined;
		}
	])
);
