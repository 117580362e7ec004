// Rules about new accounts.
import type { Settings } from '../../../../contract/settings.ts';
import { rule, type Rule } from './rule.ts';

const isReachable = (identifier: string) => identifier !== 'username';
const secondary = ({ signUp }: Settings) => signUp.secondaryIdentifiers ?? [];

export const signUpRules: Rule[] = [
	rule(
		'sign_in_experiences.missing_sign_up_identifiers',
		'signUp.secondaryIdentifiers',
		'second identifiers need a first one in signUp.identifiers',
		(settings) => secondary(settings).length > 0 && settings.signUp.identifiers.length === 0
	),
	rule(
		'sign_in_experiences.duplicated_sign_up_identifiers',
		'signUp',
		'each identifier is asked for once; emailOrPhone cannot join email or phone',
		(settings) => {
			const all = [...settings.signUp.identifiers, ...secondary(settings).map(({ identifier }) => identifier)];
			const isEitherTwice = all.includes('emailOrPhone') && (all.includes('email') || all.includes('phone'));
			return isEitherTwice || new Set(all).size < all.length;
		}
	),
	rule(
		'sign_in_experiences.passwordless_requires_verify',
		'signUp.verify',
		'phone numbers and email addresses must be verified: turn verify on',
		(settings) =>
			(settings.signUp.identifiers.some(isReachable) && !settings.signUp.verify) ||
			secondary(settings).some(({ identifier, verify }) => isReachable(identifier) && !verify)
	),
	{
		code: 'sign_in_experiences.enabled_connector_not_found',
		promise: 'sign-up by this channel needs a connector that delivers its codes: foyer connector set',
		breach(settings, { channels }) {
			const wanted: string[] = [
				...settings.signUp.identifiers,
				...secondary(settings).map(({ identifier }) => identifier)
			];
			const uses = (channel: string) => wanted.includes(channel) || wanted.includes('emailOrPhone');
			if (uses('email') && !channels.email) return { field: 'signUp', data: { type: 'Email' } };
			if (uses('phone') && !channels.sms) return { field: 'signUp', data: { type: 'Sms' } };
			return undefined;
		}
	}
];
