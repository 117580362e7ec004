// Everything the API can refuse, with Logto's codes and the HTTP status each answers by default.
import type { PasswordIssue } from './password-policy.ts';

export const statusOf = {
	'guard.invalid_input': 400,
	'guard.body_too_large': 413,
	'guard.cross_origin': 403,
	'entity.not_found': 404,
	'entity.not_exists_with_id': 404,
	'request.rate_limited': 429,
	'request.message_rate_limited': 429,
	'request.method_not_allowed': 405,
	'request.feature_not_supported': 422,
	'session.not_found': 400,
	'session.interaction_not_found': 404,
	'session.identifier_not_found': 404,
	'session.identity_conflict': 409,
	'session.invalid_interaction_type': 400,
	'session.not_supported_for_forgot_password': 400,
	'session.verification_session_not_found': 404,
	'session.verification_failed': 400,
	'session.busy': 409,
	'session.consent_changed': 409,
	'auth.authorization_header_missing': 401,
	'auth.authorization_token_type_not_supported': 401,
	'auth.unauthorized': 401,
	'session.email_blocklist.email_not_allowed': 422,
	'session.email_blocklist.email_subaddressing_not_allowed': 422,
	'session.invalid_credentials': 422,
	'session.verification_blocked_too_many_attempts': 429,
	'auth.forbidden': 403,
	'oidc.invalid_scope': 400,
	'user.user_not_exist': 404,
	'user.suspended': 401,
	'user.sign_in_method_not_enabled': 422,
	'user.sign_up_method_not_enabled': 422,
	'user.email_already_in_use': 422,
	'user.phone_already_in_use': 422,
	'user.username_already_in_use': 422,
	'user.username_too_short': 422,
	'user.username_too_long': 422,
	'user.username_starts_with_number': 422,
	'user.username_invalid_charset_hard': 422,
	'user.username_uppercase_not_allowed': 422,
	'user.username_lowercase_not_allowed': 422,
	'user.username_numbers_not_allowed': 422,
	'user.username_underscore_not_allowed': 422,
	'user.username_reserved': 422,
	'user.missing_profile': 422,
	'user.username_exists_in_profile': 422,
	'user.email_exists_in_profile': 422,
	'user.phone_exists_in_profile': 422,
	'user.password_exists_in_profile': 422,
	'user.new_password_required_in_profile': 422,
	'user.same_password': 422,
	'user.password_and_digest': 422,
	'user.invalid_email': 400,
	'user.invalid_phone': 400,
	'verification_code.code_mismatch': 400,
	'verification_code.expired': 400,
	'verification_code.not_found': 400,
	'verification_code.exceed_max_try': 400,
	'verification_code.email_mismatch': 400,
	'verification_code.phone_mismatch': 400,
	'password.rejected': 422,
	'password.expired': 422,
	'password.unsupported_digest': 422,
	'sign_in_experiences.password_expiration_not_enabled': 400,
	'one_time_token.token_not_found': 404,
	'one_time_token.email_mismatch': 400,
	'one_time_token.token_expired': 400,
	'one_time_token.token_consumed': 400,
	'one_time_token.token_revoked': 400,
	'one_time_token.interaction_event_mismatch': 400,
	'connector.not_found': 501,
	'connector.general': 400,
	'connector.invalid_config': 400,
	'connector.template_not_found': 400,
	'connector.number_rejected': 400,
	'connector.country_not_supported': 400,
	'connector.rate_limit_exceeded': 429,
	'sign_in_experiences.missing_sign_up_identifiers': 400,
	'sign_in_experiences.duplicated_sign_up_identifiers': 400,
	'sign_in_experiences.passwordless_requires_verify': 400,
	'sign_in_experiences.enabled_connector_not_found': 400,
	'sign_in_experiences.at_least_one_authentication_factor': 400,
	'sign_in_experiences.code_sign_in_must_be_enabled': 400,
	'sign_in_experiences.password_sign_in_must_be_enabled': 400,
	'sign_in_experiences.miss_sign_up_identifier_in_sign_in': 400,
	'sign_in_experiences.email_verification_code_cannot_be_used_for_sign_in': 400,
	'sign_in_experiences.email_verification_code_cannot_be_used_for_mfa': 400,
	'sign_in_experiences.phone_verification_code_cannot_be_used_for_sign_in': 400,
	'sign_in_experiences.phone_verification_code_cannot_be_used_for_mfa': 400,
	'sign_in_experiences.duplicated_mfa_factors': 400,
	'sign_in_experiences.backup_code_cannot_be_enabled_alone': 400,
	'sign_in_experiences.adaptive_mfa_requires_mfa': 422,
	'sign_in_experiences.adaptive_mfa_requires_non_skippable_policy': 422,
	'sign_in_experiences.non_adaptive_mfa_requires_skippable_policy': 422,
	'sign_in_experiences.unsupported_default_language': 400,
	'sign_in_experiences.forgot_password_method_requires_connector': 400,
	'sign_in_experiences.password_expiration_requires_forgot_password': 422,
	'sign_in_experiences.password_expiration_invalid_period_days': 422,
	'sign_in_experiences.username_policy_case_conflicts_exist': 409,
	'sign_in_experiences.invalid_custom_email_blocklist_format': 400,
	'custom_profile_fields.name_exists': 400,
	'custom_profile_fields.conflicted_sign_in_identifier': 400,
	'custom_profile_fields.conflicted_built_in_profile_key': 400,
	'custom_profile_fields.conflicted_custom_data_key': 400,
	'custom_profile_fields.invalid_min_max_input': 400,
	'custom_profile_fields.invalid_options': 400,
	'custom_profile_fields.invalid_regex_format': 400,
	'custom_profile_fields.invalid_address_components': 400,
	'custom_profile_fields.invalid_fullname_components': 400,
	'custom_profile_fields.entity_not_exists_with_names': 400,
	'server.unavailable': 503,
	'server.internal': 500
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof statusOf;

export function isProblemCode(code: string): code is ProblemCode {
	return Object.hasOwn(statusOf, code);
}

/**
 * What is refused and what the page needs to say so.
 * `data.retryAfter` is in whole seconds and also becomes the `Retry-After` header.
 */
export type Problem = {
	code: ProblemCode;
	status?: number;
	data?: Record<string, unknown>;
	/** Everything that is wrong with a password: the body's `data` of `password.rejected`. */
	issues?: PasswordIssue[];
};

/** The JSON body of every refusal (Logto's shape). */
export type ProblemBody = { code: string; message: string; data?: unknown; details?: string };
