// Contract §7: the HTTP status of each code. Where ours differs on purpose, the row says so.
import { describe, expect, it } from 'vitest';
import { statusOf, type ProblemCode } from './problems.ts';

const catalogue: Record<number, ProblemCode[]> = {
	400: [
		'guard.invalid_input',
		'guard.file_size_exceeded',
		'guard.mime_type_not_allowed',
		'session.not_found',
		'session.invalid_interaction_type',
		// At identification 422: the row of §3.4 asks for that.
		'session.not_supported_for_forgot_password',
		'session.verification_failed',
		'session.mfa.invalid_totp_code',
		'session.mfa.invalid_backup_code',
		'session.mfa.webauthn_verification_failed',
		'session.mfa.webauthn_verification_not_found',
		'session.mfa.mfa_factor_not_enabled',
		'user.invalid_email',
		'user.invalid_phone',
		'verification_code.code_mismatch',
		'verification_code.expired',
		'verification_code.not_found',
		'verification_code.exceed_max_try',
		'verification_code.email_mismatch',
		'verification_code.phone_mismatch',
		'connector.general',
		'connector.invalid_config',
		'connector.template_not_found',
		'connector.number_rejected',
		'connector.country_not_supported',
		'one_time_token.email_mismatch',
		'one_time_token.token_expired',
		'one_time_token.token_consumed',
		'one_time_token.token_revoked',
		'one_time_token.interaction_event_mismatch',
		'oidc.invalid_scope',
		'account_center.not_enabled',
		'account_center.field_not_enabled',
		'account_center.field_not_editable',
		'verification_record.not_found',
		'user.totp_secret_invalid',
		'user.last_sign_in_method_required',
		'sign_in_experiences.password_expiration_not_enabled',
		'sign_in_experiences.missing_sign_up_identifiers',
		'sign_in_experiences.duplicated_sign_up_identifiers',
		'sign_in_experiences.passwordless_requires_verify',
		'sign_in_experiences.enabled_connector_not_found',
		'sign_in_experiences.at_least_one_authentication_factor',
		'sign_in_experiences.code_sign_in_must_be_enabled',
		'sign_in_experiences.password_sign_in_must_be_enabled',
		'sign_in_experiences.miss_sign_up_identifier_in_sign_in',
		'sign_in_experiences.email_verification_code_cannot_be_used_for_sign_in',
		'sign_in_experiences.email_verification_code_cannot_be_used_for_mfa',
		'sign_in_experiences.phone_verification_code_cannot_be_used_for_sign_in',
		'sign_in_experiences.phone_verification_code_cannot_be_used_for_mfa',
		'sign_in_experiences.duplicated_mfa_factors',
		'sign_in_experiences.backup_code_cannot_be_enabled_alone',
		'sign_in_experiences.unsupported_default_language',
		'sign_in_experiences.forgot_password_method_requires_connector',
		'sign_in_experiences.invalid_custom_email_blocklist_format',
		'custom_profile_fields.name_exists',
		'custom_profile_fields.conflicted_sign_in_identifier',
		'custom_profile_fields.conflicted_built_in_profile_key',
		'custom_profile_fields.conflicted_custom_data_key',
		'custom_profile_fields.invalid_min_max_input',
		'custom_profile_fields.invalid_options',
		'custom_profile_fields.invalid_regex_format',
		'custom_profile_fields.invalid_address_components',
		'custom_profile_fields.invalid_fullname_components',
		'custom_profile_fields.entity_not_exists_with_names'
	],
	401: [
		'user.suspended',
		'auth.unauthorized',
		'auth.authorization_header_missing',
		'auth.authorization_token_type_not_supported',
		'verification_record.permission_denied'
	],
	403: [
		'guard.cross_origin',
		'auth.forbidden',
		'auth.third_party_application_forbidden',
		'session.mfa.require_mfa_verification'
	],
	404: [
		'session.interaction_not_found',
		'session.identifier_not_found',
		'session.verification_session_not_found',
		'user.user_not_exist',
		'one_time_token.token_not_found',
		'entity.not_exists_with_id',
		'entity.not_found'
	],
	405: ['request.method_not_allowed'],
	409: [
		'session.identity_conflict',
		'session.busy',
		'session.consent_changed',
		'sign_in_experiences.draft_changed',
		'sign_in_experiences.username_policy_case_conflicts_exist'
	],
	413: ['guard.body_too_large'],
	422: [
		'request.feature_not_supported',
		'session.captcha_required',
		'session.captcha_failed',
		'session.invalid_credentials',
		'session.email_blocklist.email_not_allowed',
		'session.email_blocklist.email_subaddressing_not_allowed',
		'session.mfa.backup_code_required',
		'session.mfa.backup_code_can_not_be_alone',
		'session.mfa.mfa_policy_not_user_controlled',
		'user.missing_mfa',
		'user.suggest_mfa',
		'user.wrong_backup_code_format',
		'user.totp_already_in_use',
		'user.username_already_in_use',
		'user.email_already_in_use',
		'user.phone_already_in_use',
		'user.missing_profile',
		'user.new_password_required_in_profile',
		'user.same_password',
		'user.username_exists_in_profile',
		'user.email_exists_in_profile',
		'user.phone_exists_in_profile',
		'user.password_exists_in_profile',
		'user.sign_in_method_not_enabled',
		'user.sign_up_method_not_enabled',
		'user.username_too_short',
		'user.username_too_long',
		'user.username_starts_with_number',
		'user.username_invalid_charset_hard',
		'user.username_uppercase_not_allowed',
		'user.username_lowercase_not_allowed',
		'user.username_numbers_not_allowed',
		'user.username_underscore_not_allowed',
		'user.username_reserved',
		'user.terms_not_accepted',
		'user.password_and_digest',
		'password.rejected',
		'password.expired',
		'password.unsupported_digest',
		'account_center.deletion_elsewhere',
		'account_center.kept_for_administrator',
		'sign_in_experiences.adaptive_mfa_requires_mfa',
		'sign_in_experiences.adaptive_mfa_requires_non_skippable_policy',
		'sign_in_experiences.non_adaptive_mfa_requires_skippable_policy',
		'sign_in_experiences.password_expiration_requires_forgot_password',
		'sign_in_experiences.password_expiration_invalid_period_days',
		'application.secret_name_exists',
		'application.third_party_application_only',
		'localization.invalid_translation_structure',
		'hook.endpoint_not_allowed',
		'hook.send_test_payload_failed',
		'hook.endpoint_responded_with_error'
	],
	429: [
		'request.message_rate_limited',
		'request.rate_limited',
		'connector.rate_limit_exceeded',
		// Logto answers 400; a lock that ends by itself is said with `Retry-After` (§10.4).
		'session.verification_blocked_too_many_attempts'
	],
	500: ['server.internal'],
	501: ['connector.not_found'],
	503: ['server.unavailable', 'server.maintenance']
};

const rows = Object.entries(catalogue).flatMap(([status, codes]) =>
	codes.map((code): [ProblemCode, number] => [code, Number(status)])
);

describe('a refusal', () => {
	it('has a row here, whatever it is of', () => {
		expect(rows.map(([code]) => code).toSorted()).toEqual(Object.keys(statusOf).toSorted());
	});

	it.each(rows)('%s answers %i', (code, status) => {
		expect(statusOf[code]).toBe(status);
	});
});
