// Where a problem is said, under the field it is about or above the form, and how gravely.
import type { FormState } from './props.ts';

type Field = 'identifier' | 'code' | 'password' | 'newPassword' | 'terms';

const placeOf: Record<Field, RegExp> = {
	identifier:
		/^(user\.(invalid_|username_(?!exists_)|(email|phone)_already_in_use$)|session\.email_blocklist\.|connector\.(number_rejected|country_not_supported)$|session\.identifier_not_found$)/,
	code: /^(verification_code\.|session\.mfa\.invalid_)/,
	password: /^session\.invalid_credentials$/,
	terms: /^user\.terms_not_accepted$/,
	newPassword: /^(password\.rejected|user\.same_password)$/
};

export function belongsToField(problem: FormState['problem'], field: Field): boolean {
	if (!problem) return false;
	return problem.field ? problem.field === field : placeOf[field].test(problem.code);
}

/** Refused because of the time alone: the same again will do, a little later. */
export function isWait(problem: FormState['problem']): boolean {
	return /rate_limit|captcha_failed/.test(problem?.code ?? '');
}
