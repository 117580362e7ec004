// Contract §7: which status and code answer which situation. Where ours differs on purpose, the row says so. What follows
// a colon is the refusal's `data`, where the contract names it: the tests of the rules hold it.
import { describe, expect, it } from 'vitest';
import { statusOf, type ProblemCode } from './problems.ts';

const catalogue: Record<number, Partial<Record<ProblemCode, string>>> = {
	400: {
		'guard.invalid_input': 'a body or a query that its schema refuses',
		'guard.file_size_exceeded': 'an upload that is too large',
		'guard.mime_type_not_allowed': 'an upload of another kind',
		'session.not_found': 'no interaction, or one that has expired',
		'session.invalid_interaction_type': 'an endpoint of another event',
		// At identification 422: the row of §3.4 asks for that.
		'session.not_supported_for_forgot_password': 'a method that recovers nothing',
		'session.verification_failed': 'a record that is not verified, or proves nothing here',
		'session.mfa.invalid_totp_code': 'a wrong code of an app',
		'session.mfa.invalid_backup_code': 'a wrong backup code',
		'session.mfa.webauthn_verification_failed': 'an answer of a passkey that does not hold',
		'session.mfa.webauthn_verification_not_found': 'a passkey asked of an account that has none',
		'session.mfa.mfa_factor_not_enabled': 'a second factor that is switched off',
		'user.invalid_email': 'what is no email address',
		'user.invalid_phone': 'what is no phone number',
		'verification_code.code_mismatch': 'a wrong code',
		'verification_code.expired': 'a code after its time',
		'verification_code.not_found': 'a code that was never sent, or is used',
		'verification_code.exceed_max_try': 'a code after too many wrong ones',
		'verification_code.email_mismatch': 'a code of another email address',
		'verification_code.phone_mismatch': 'a code of another phone number',
		'connector.general': 'a provider that fails',
		'connector.invalid_config': 'a connector that is set up wrongly',
		'connector.template_not_found': 'a connector without this template',
		'connector.number_rejected': 'a number that the provider refuses',
		'connector.country_not_supported': 'a country that nothing is sent to',
		'one_time_token.email_mismatch': 'a link for another email address',
		'one_time_token.token_expired': 'a link after its time',
		'one_time_token.token_consumed': 'a link that was used',
		'one_time_token.token_revoked': 'a link that was withdrawn',
		'one_time_token.interaction_event_mismatch': 'a link for another event',
		'oidc.invalid_scope': 'a scope that the application may not have',
		'account_center.not_enabled': 'the account API switched off',
		'account_center.field_not_enabled': 'a part of the account that is not shown',
		'account_center.field_not_editable': 'a part of the account that is only shown',
		'verification_record.not_found': 'a proof at the account API that is gone',
		'user.totp_secret_invalid': 'an app’s key that is malformed',
		'user.last_sign_in_method_required': 'the last way in, removed',
		'sign_in_experiences.password_expiration_not_enabled': 'a password made to expire where none does',
		'sign_in_experiences.missing_sign_up_identifiers': 'secondary identifiers without a primary one',
		'sign_in_experiences.duplicated_sign_up_identifiers': 'an identifier named twice',
		'sign_in_experiences.passwordless_requires_verify': 'an email address or phone number that nobody verifies',
		'sign_in_experiences.enabled_connector_not_found': 'codes without a connector: { type }',
		'sign_in_experiences.at_least_one_authentication_factor': 'a method with neither password nor code',
		'sign_in_experiences.code_sign_in_must_be_enabled': 'sign-up without a password, and a method without a code',
		'sign_in_experiences.password_sign_in_must_be_enabled': 'sign-up with a password that no method takes',
		'sign_in_experiences.miss_sign_up_identifier_in_sign_in': 'an identifier of sign-up that signs nobody in',
		'sign_in_experiences.email_verification_code_cannot_be_used_for_sign_in':
			'mailed codes to sign in, a second factor already',
		'sign_in_experiences.email_verification_code_cannot_be_used_for_mfa':
			'mailed codes as a second factor, a first one already',
		'sign_in_experiences.phone_verification_code_cannot_be_used_for_sign_in':
			'texted codes to sign in, a second factor already',
		'sign_in_experiences.phone_verification_code_cannot_be_used_for_mfa':
			'texted codes as a second factor, a first one already',
		'sign_in_experiences.duplicated_mfa_factors': 'a second factor named twice',
		'sign_in_experiences.backup_code_cannot_be_enabled_alone': 'backup codes as the only second factor',
		'sign_in_experiences.unsupported_default_language': 'a fallback language that nobody has translated to',
		'sign_in_experiences.forgot_password_method_requires_connector': 'a way of recovery without its connector',
		'sign_in_experiences.invalid_custom_email_blocklist_format': 'a blocklist with malformed entries: { items }',
		'custom_profile_fields.name_exists': 'a second field of one name',
		'custom_profile_fields.conflicted_sign_in_identifier': 'a field named as an identifier',
		'custom_profile_fields.conflicted_built_in_profile_key': 'a field named as a claim of another kind',
		'custom_profile_fields.conflicted_custom_data_key': 'a field named as something of the system',
		'custom_profile_fields.invalid_min_max_input': 'a minimum above the maximum',
		'custom_profile_fields.invalid_options': 'options with a value twice',
		'custom_profile_fields.invalid_regex_format': 'a pattern that cannot be used',
		'custom_profile_fields.invalid_address_components': 'an address without parts, or with one twice',
		'custom_profile_fields.invalid_fullname_components': 'a full name without parts, or with one twice',
		'custom_profile_fields.entity_not_exists_with_names': 'sign-up with fields that nobody has defined'
	},
	401: {
		'user.suspended': 'a suspended account',
		'auth.unauthorized': 'an access token that is invalid or has expired',
		'auth.authorization_header_missing': 'no access token',
		'auth.authorization_token_type_not_supported': 'a token of another type than Bearer',
		'verification_record.permission_denied': 'a change of the account without a proof'
	},
	403: {
		'guard.cross_origin': 'a request from another site',
		'auth.forbidden': 'an event that the mode closes, or a scope that is lacking',
		'auth.third_party_application_forbidden': 'an account that an application of others would change',
		'session.mfa.require_mfa_verification': 'submit before the second factor: { availableFactors, maskedIdentifiers }'
	},
	404: {
		'session.interaction_not_found': 'any step before the first, PUT /experience',
		'session.identifier_not_found': 'submit or profile before identification',
		'session.verification_session_not_found': 'a record that is unknown or replaced',
		'user.user_not_exist': 'an identifier without an account: { identifier }',
		'one_time_token.token_not_found': 'a link that nobody made',
		'entity.not_exists_with_id': 'an object that its id does not name',
		'entity.not_found': 'an object that is not there'
	},
	405: { 'request.method_not_allowed': 'a method that the endpoint does not know' },
	409: {
		'session.identity_conflict': 'a second identification, of somebody else',
		'session.busy': 'what others are changing at the same moment',
		'session.consent_changed': 'a consent that has changed while it was read',
		'sign_in_experiences.draft_changed': 'a draft that others have changed',
		'sign_in_experiences.username_policy_case_conflicts_exist':
			'names that would become the same: { totalConflicts, samples }'
	},
	413: { 'guard.body_too_large': 'a body that is too large' },
	422: {
		'request.feature_not_supported': 'what is part of Logto and not of this',
		'session.captcha_required': 'no proof of work where the policy asks for it',
		'session.captcha_failed': 'a proof of work that is wrong',
		'session.invalid_credentials': 'a wrong password, or an unknown user',
		'session.email_blocklist.email_not_allowed': 'an email address that is blocked: { email }',
		'session.email_blocklist.email_subaddressing_not_allowed':
			'an email address with a “+” where none is allowed: { email }',
		'session.mfa.backup_code_required': 'a second factor without the backup codes that go with it',
		'session.mfa.backup_code_can_not_be_alone': 'backup codes before another factor',
		'session.mfa.mfa_policy_not_user_controlled': 'a mandatory factor, skipped',
		'user.missing_mfa': 'submit without a factor that is asked for: { availableFactors, skippable? }',
		'user.suggest_mfa': 'submit without a factor that is offered: { availableFactors, skippable }',
		'user.wrong_backup_code_format': 'backup codes that were not made here',
		'user.totp_already_in_use': 'a second app',
		'user.username_already_in_use': 'a name that is taken',
		'user.email_already_in_use': 'an email address that is taken',
		'user.phone_already_in_use': 'a phone number that is taken',
		'user.missing_profile': 'an account that lacks what it must have: { missingProfile }',
		'user.new_password_required_in_profile': 'a recovery without a new password',
		'user.same_password': 'the password of before, chosen again',
		'user.username_exists_in_profile': 'a second name',
		'user.email_exists_in_profile': 'a second email address',
		'user.phone_exists_in_profile': 'a second phone number',
		'user.password_exists_in_profile': 'a second password',
		'user.sign_in_method_not_enabled': 'a way in that is switched off',
		'user.sign_up_method_not_enabled': 'a way to an account that is switched off',
		'user.username_too_short': 'a name that is too short',
		'user.username_too_long': 'a name that is too long',
		'user.username_starts_with_number': 'a name that starts with a digit',
		'user.username_invalid_charset_hard': 'a name with other characters than a–z, digits and “_”',
		'user.username_uppercase_not_allowed': 'a name with capitals where none are allowed',
		'user.username_lowercase_not_allowed': 'a name with small letters where none are allowed',
		'user.username_numbers_not_allowed': 'a name with digits where none are allowed',
		'user.username_underscore_not_allowed': 'a name with “_” where none is allowed',
		'user.username_reserved': 'a name that is reserved',
		'user.terms_not_accepted': 'terms that were not agreed to',
		'user.password_and_digest': 'a password and a digest at once',
		'password.rejected': 'a new password against the policy: issues',
		'password.expired': 'a password after its time',
		'password.unsupported_digest': 'a digest that no password has',
		'account_center.deletion_elsewhere': 'an account deleted here, where another page does that',
		'account_center.kept_for_administrator': 'an administrator who leaves',
		'sign_in_experiences.adaptive_mfa_requires_mfa': 'adaptive MFA without a factor',
		'sign_in_experiences.adaptive_mfa_requires_non_skippable_policy': 'adaptive MFA that can be skipped',
		'sign_in_experiences.non_adaptive_mfa_requires_skippable_policy': 'the policy of adaptive MFA without it',
		'sign_in_experiences.password_expiration_requires_forgot_password':
			'passwords that expire where nobody can recover',
		'sign_in_experiences.password_expiration_invalid_period_days': 'passwords that expire after no day at all',
		'application.secret_name_exists': 'a second secret of one name',
		'application.third_party_application_only': 'what applications of others alone have',
		'localization.invalid_translation_structure': 'phrases with unknown keys or other placeholders',
		'hook.endpoint_not_allowed': 'a webhook to an address of the inside',
		'hook.send_test_payload_failed': 'a test of a webhook that reaches nobody',
		'hook.endpoint_responded_with_error': 'a test of a webhook that is answered with an error'
	},
	429: {
		'request.message_rate_limited': 'too many messages',
		'request.rate_limited': 'too many requests',
		'connector.rate_limit_exceeded': 'a provider that is asked too often',
		// Logto answers 400; a lock that ends by itself is said with `Retry-After` (§10.4).
		'session.verification_blocked_too_many_attempts': 'too many wrong attempts'
	},
	500: { 'server.internal': 'a bug' },
	501: { 'connector.not_found': 'a message without a connector' },
	503: { 'server.unavailable': 'a database that does not answer', 'server.maintenance': 'maintenance' }
};

const rows = Object.entries(catalogue).flatMap(([status, refusals]) =>
	Object.entries(refusals).map(([code, situation]) => [situation, Number(status), code as ProblemCode] as const)
);

describe('a refusal', () => {
	it('has a row here, whatever it is of', () => {
		expect(rows.map(([, , code]) => code).toSorted()).toEqual(Object.keys(statusOf).toSorted());
	});

	it('is told from every other by its situation', () => {
		expect(new Set(rows.map(([situation]) => situation)).size).toBe(rows.length);
	});

	it.each(rows)('of %s answers %i, %s', (_situation, status, code) => {
		expect(statusOf[code]).toBe(status);
	});
});
