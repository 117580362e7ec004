// Refusals that several endpoints have in common.
import { statusOf, type ProblemCode } from '../../contract/problems.ts';

/** A username that somebody wants. */
export const usernameProblems: ProblemCode[] = [
	'user.username_too_short',
	'user.username_too_long',
	'user.username_starts_with_number',
	'user.username_invalid_charset_hard',
	'user.username_uppercase_not_allowed',
	'user.username_lowercase_not_allowed',
	'user.username_numbers_not_allowed',
	'user.username_underscore_not_allowed',
	'user.username_reserved',
	'user.username_already_in_use'
];

/** An identifier that somebody wants for an account. */
export const identifierProblems: ProblemCode[] = [
	...usernameProblems,
	'user.invalid_email',
	'user.invalid_phone',
	'user.email_already_in_use',
	'user.phone_already_in_use'
];

/** A code that is sent: too many, or no way to. */
export const deliveryProblems: ProblemCode[] = [
	'request.message_rate_limited',
	'connector.not_found',
	'connector.general',
	'connector.invalid_config',
	'connector.template_not_found',
	'connector.number_rejected',
	'connector.country_not_supported',
	'connector.rate_limit_exceeded'
];

/** Any step of an interaction: it must be there, begun, and not changed by too many others at once. */
export const interactionProblems: ProblemCode[] = [
	'session.not_found',
	'session.interaction_not_found',
	'session.busy'
];

/** A proof that is given: of its record, its journey and its owner. */
export const proofProblems: ProblemCode[] = [
	'session.verification_session_not_found',
	'session.verification_failed',
	'session.identifier_not_found',
	'session.identity_conflict',
	'session.invalid_interaction_type',
	'session.not_supported_for_forgot_password',
	'user.user_not_exist',
	'user.suspended'
];

/** Journeys and methods that the settings have closed. */
export const closedProblems: ProblemCode[] = [
	'auth.forbidden',
	'user.sign_in_method_not_enabled',
	'user.sign_up_method_not_enabled'
];

/** Addresses that the settings keep out of new accounts. */
export const blocklistProblems: ProblemCode[] = [
	'session.email_blocklist.email_not_allowed',
	'session.email_blocklist.email_subaddressing_not_allowed'
];

/** Second factors: switched off, or another one has to be shown first. */
export const factorProblems: ProblemCode[] = [
	'session.mfa.mfa_factor_not_enabled',
	'session.mfa.require_mfa_verification'
];

export const lockoutProblems: ProblemCode[] = ['session.verification_blocked_too_many_attempts'];

export const consentProblems: ProblemCode[] = [
	'entity.not_found',
	'session.invalid_interaction_type',
	'session.consent_changed',
	'oidc.invalid_scope',
	'user.suspended'
];

/** Settings that promise what does not work. */
export const settingsProblems = (Object.keys(statusOf) as ProblemCode[]).filter(
	(code) =>
		(/^(sign_in_experiences|custom_profile_fields)\./.test(code) &&
			code !== 'sign_in_experiences.password_expiration_not_enabled') ||
		code === 'request.feature_not_supported' ||
		code === 'session.busy'
);
