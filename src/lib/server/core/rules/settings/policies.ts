// Rules about languages, names, addresses and waits.
import { languages } from '../../../../contract/languages.ts';
import { isEmailPattern } from '../email-policy.ts';
import { namedRule, type Rule } from './rule.ts';

export const policyRules: Rule[] = [
	{
		code: 'sign_in_experiences.unsupported_default_language',
		promise: `is one of ${languages.map(({ code }) => code).join(', ')}`,
		breach({ languageInfo: { fallbackLanguage: language } }) {
			const isKnown = languages.some(({ code }) => code === language);
			return isKnown ? undefined : { field: 'languageInfo.fallbackLanguage', data: { language } };
		}
	},
	namedRule(
		'no_possible_username',
		'usernamePolicy',
		'some name must be possible: minLength up to maxLength, and a letter or underscore to begin with',
		({ usernamePolicy: { minLength, maxLength, allowedChars, caseSensitive } }) => {
			const { lowercase, uppercase, underscore } = allowedChars;
			const mayBegin = lowercase || underscore || (uppercase && caseSensitive);
			return minLength > maxLength || !mayBegin;
		}
	),
	{
		code: 'sign_in_experiences.username_policy_case_conflicts_exist',
		promise: 'some usernames differ in case only: rename them first',
		breach: (_, { usernameConflicts }) =>
			usernameConflicts && usernameConflicts.totalConflicts > 0
				? { field: 'usernamePolicy.caseSensitive', data: usernameConflicts }
				: undefined
	},
	{
		code: 'sign_in_experiences.invalid_custom_email_blocklist_format',
		promise: 'entries are addresses or @domains, either with * for any characters',
		breach({ emailBlocklistPolicy: { customAllowlist = [], customBlocklist = [] } }) {
			const isWrong = (entry: string) => !isEmailPattern(entry);
			const items = [...customAllowlist, ...customBlocklist].filter(isWrong);
			const list = customBlocklist.some(isWrong) ? 'customBlocklist' : 'customAllowlist';
			return items.length > 0 ? { field: `emailBlocklistPolicy.${list}`, data: { items } } : undefined;
		}
	},
	namedRule(
		'default_country_not_allowed',
		'defaultCountry',
		'must be one of allowedCountries',
		({ defaultCountry, allowedCountries }) =>
			allowedCountries !== null && !allowedCountries.some((code) => code === '*' || code === defaultCountry)
	),
	namedRule(
		'lockout_order',
		'lockoutPolicy',
		'waits begin before everything stops, and the first is no longer than the longest',
		({ lockoutPolicy: { perUser, firstWait, longestWait } }) =>
			perUser.threshold >= perUser.hardStop || firstWait > longestWait
	)
];
