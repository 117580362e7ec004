// Everything the API can refuse, with Logto's codes and the HTTP status each answers by default.

export const statusOf = {
	'guard.invalid_input': 400,
	'guard.body_too_large': 413,
	'guard.cross_origin': 403,
	'entity.not_found': 404,
	'entity.not_exists_with_id': 404,
	'request.rate_limited': 429,
	'request.message_rate_limited': 429,
	'request.method_not_allowed': 405,
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
	'user.invalid_email': 400,
	'user.invalid_phone': 400,
	'verification_code.code_mismatch': 400,
	'verification_code.expired': 400,
	'verification_code.not_found': 400,
	'verification_code.exceed_max_try': 400,
	'verification_code.email_mismatch': 400,
	'verification_code.phone_mismatch': 400,
	'one_time_token.token_not_found': 404,
	'one_time_token.email_mismatch': 400,
	'one_time_token.token_expired': 400,
	'one_time_token.token_consumed': 400,
	'one_time_token.token_revoked': 400,
	'one_time_token.interaction_event_mismatch': 400,
	'connector.not_found': 501,
	'connector.general': 400,
	'connector.invalid_config': 400,
	'connector.invalid_response': 400,
	'connector.template_not_found': 400,
	'connector.number_rejected': 400,
	'connector.country_not_supported': 400,
	'connector.rate_limit_exceeded': 429,
	'server.unavailable': 503,
	'server.internal': 500
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof statusOf;

/**
 * What is refused and what the page needs to say so.
 * `data.retryAfter` is in whole seconds and also becomes the `Retry-After` header.
 */
export type Problem = {
	code: ProblemCode;
	status?: number;
	data?: Record<string, unknown>;
};

/** The JSON body of every refusal (Logto's shape). */
export type ProblemBody = { code: string; message: string; data?: unknown; details?: string };
