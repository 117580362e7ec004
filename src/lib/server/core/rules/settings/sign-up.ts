// Rules about new accounts.
import type { Settings } from '../../../../contract/settings.ts';
import { rule, type Rule } from './rule.ts';

const isReachable = (identifier: string) => identifier !== 'username';
const secondary = ({ signUp }: Settings) => signUp.secondaryIdentifiers ?? [];

const asked = (settings: Settings): string[] => [
	...settings.signUp.identifiers,
	...secondary(settings).map(({ identifier }) => identifier)
];
const main = 'signUp.identifiers';
const besides = 'signUp.secondaryIdentifiers';

export const signUpRules: Rule[] = [
	rule(
		'sign_in_experiences.missing_sign_up_identifiers',
		besides,
		'second identifiers need a first one in signUp.identifiers',
		(settings) => secondary(settings).length > 0 && settings.signUp.identifiers.length === 0
	),
	{
		code: 'sign_in_experiences.duplicated_sign_up_identifiers',
		promise: 'each identifier is asked for once; emailOrPhone cannot join email or phone',
		breach(settings) {
			if (isTwice(settings.signUp.identifiers)) return { field: main };
			return isTwice(asked(settings)) ? { field: besides } : undefined;
		}
	},
	{
		code: 'sign_in_experiences.passwordless_requires_verify',
		promise: 'phone numbers and email addresses must be verified: turn verify on',
		breach(settings) {
			if (settings.signUp.identifiers.some(isReachable) && !settings.signUp.verify) return { field: 'signUp.verify' };
			const isUnproven = secondary(settings).some(({ identifier, verify }) => isReachable(identifier) && !verify);
			return isUnproven ? { field: besides } : undefined;
		}
	},
	{
		code: 'sign_in_experiences.enabled_connector_not_found',
		promise: 'sign-up by this channel needs a connector that delivers its codes: foyer connector set',
		breach(settings, { channels }) {
			const fieldOf = (channel: 'email' | 'phone') => {
				if (settings.signUp.identifiers.includes(channel)) return main;
				return asked(settings).some((name) => name === channel || name === 'emailOrPhone') ? besides : undefined;
			};
			const [email, phone] = [fieldOf('email'), fieldOf('phone')];
			if (email && !channels.email) return { field: email, data: { type: 'Email' } };
			if (phone && !channels.sms) return { field: phone, data: { type: 'Sms' } };
			return undefined;
		}
	}
];

function isTwice(names: string[]): boolean {
	const isEitherTwice = names.includes('emailOrPhone') && (names.includes('email') || names.includes('phone'));
	return isEitherTwice || new Set(names).size < names.length;
}
