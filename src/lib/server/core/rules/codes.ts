// One-time codes: who may ask for one, who receives it, and what a guess leads to.
import type { CodeIdentifier, Identifier } from '../../../contract/schemas.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { Problem, ProblemCode } from '../../../contract/problems.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { Act, AuditKey } from '../interaction/effect.ts';
import type { CodeRequested, Event } from '../interaction/event.ts';
import type { CodeVerification, Interaction, Verification } from '../interaction/state.ts';
import { refuseEmail } from './email-policy.ts';
import { isRecoveryMethod, mayBeAdded, maySignInByCode, maySignUpWith } from './policy.ts';
import { mayGoOn, withVerification } from './verifications.ts';

/** Replaces the earlier code of the same kind; its record keeps no secret, only when it was sent and to whom. */
export function requestCode(state: Started, event: CodeRequested, policy: Settings): Decision {
	const refusal = whyNot(state, event.identifier, policy);
	if (refusal) return refused(state, refusal.code, refusal);

	const type = verificationType(event.identifier);
	const record: CodeVerification = {
		id: event.recordId,
		type,
		identifier: event.identifier,
		templateType: state.event,
		verified: false,
		sentAt: event.at,
		expiresAt: event.at + policy.verificationCodePolicy.expirationDuration * 1000,
		delivered: isDelivered(state, event, policy),
		...((event.scarcity || !servesStrangers(state, event.identifier, policy)) && { unawaited: true }),
		...(event.scarcity && { scarce: true, ...(event.scarcity.isNearby && { nearby: true }) }),
		...(event.masked && { masked: true }),
		userId: event.holderId
	};
	return accepted(
		withVerification(state, record),
		{
			type: 'issue-secret',
			id: record.id,
			purpose: purposeOf(record),
			// A withheld code is counted and refused exactly like a wrong one.
			digest: record.delivered ? event.digest : event.impossibleDigest,
			maxAttempts: policy.verificationCodePolicy.maxRetryAttempts,
			expiresAt: record.expiresAt,
			at: event.at
		},
		{ type: 'record', key: auditKey(state, record, 'Create') },
		...(record.delivered ? [deliver(record)] : [])
	);
}

export function checkCode(state: Started, event: Extract<Event, { type: 'code-checked' }>): Decision {
	const record = state.verifications.find(({ id }) => id === event.recordId);
	if (!record || !isCode(record)) return refused(state, 'session.verification_session_not_found');

	const key = auditKey(state, record, 'Submit');
	if (event.outcome === 'accepted') {
		return accepted(withVerification(state, { ...record, verified: true }), { type: 'record', key });
	}
	const code = refusalOf[event.outcome];
	return {
		state,
		effects: [{ type: 'record', key, error: code }],
		problem: { code, ...(event.outcome === 'mismatch' && { data: { attemptsLeft: event.attemptsLeft } }) }
	};
}

/** The record that a code is offered for, or why it cannot be that one (asked before a guess is counted). */
export function findCodeRecord(
	state: Interaction,
	id: string,
	identifier: CodeIdentifier
): CodeVerification | ProblemCode {
	const record = state.verifications.find((candidate) => candidate.id === id);
	if (!record || !isCode(record) || record.type !== verificationType(identifier))
		return 'session.verification_session_not_found';
	if (record.identifier.value !== identifier.value) return `verification_code.${identifier.type}_mismatch`;
	return record;
}

/** What the secret's HMAC is bound to beside the interaction: the kind of proof and what it was sent for. */
export function purposeOf(record: Pick<CodeVerification, 'type' | 'templateType'>): string {
	return `${record.type}:${record.templateType}`;
}

export function isCode(record: Verification): record is CodeVerification {
	return record.type === 'EmailVerificationCode' || record.type === 'PhoneVerificationCode';
}

export function verificationType(identifier: CodeIdentifier): CodeVerification['type'] {
	return identifier.type === 'email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
}

/** Why a guess at a code, of a first or a second step, is refused. */
export const refusalOf = {
	mismatch: 'verification_code.code_mismatch',
	expired: 'verification_code.expired',
	exhausted: 'verification_code.exceed_max_try',
	consumed: 'verification_code.not_found',
	missing: 'verification_code.not_found'
} as const;

function whyNot(state: Started, identifier: CodeIdentifier, policy: Settings): Problem | undefined {
	const { type } = identifier;
	if (!mayGoOn(state, policy)) return { code: 'auth.forbidden' };
	if (state.event === 'ForgotPassword') {
		return isRecoveryMethod(type, policy) ? undefined : { code: 'session.not_supported_for_forgot_password' };
	}
	const isNew = state.event === 'Register' || isCompleting(state, type, policy);
	if (isNew && !mayBeAdded(type, policy)) return { code: 'user.sign_up_method_not_enabled' };
	if (isNew) return refuseContact(identifier, policy);
	return maySignInByCode(type, policy) ? undefined : { code: 'user.sign_in_method_not_enabled' };
}

/** What an account may not be reached by, proven or not. */
export function refuseContact({ type, value }: Identifier, policy: Settings): Problem | undefined {
	return type === 'email' ? refuseEmail(value, policy.emailBlocklistPolicy) : undefined;
}

/** Contract §3.8: a stranger gets a sign-in code only where the same code could create an account. */
function isDelivered(state: Started, { holderId, identifier, scarcity }: CodeRequested, policy: Settings): boolean {
	if (scarcity && !scarcity.isServed) return false;
	return holderId !== undefined || servesStrangers(state, identifier, policy);
}

function servesStrangers(state: Started, { type }: CodeIdentifier, policy: Settings): boolean {
	if (state.event === 'ForgotPassword') return false;
	return state.event === 'Register' || isCompleting(state, type, policy) || maySignUpWith(type, policy);
}

/** Where only numbers and addresses that nobody has are of use: to sign up, and to add one to an account. */
export function isForNewcomers(state: Interaction, type: CodeIdentifier['type'], policy: Settings): boolean {
	return state.event === 'Register' || (isStarted(state) && isCompleting(state, type, policy));
}

function isStarted(state: Interaction): state is Started {
	return state.event !== undefined;
}

/** Somebody known adds the phone number or address that the account still lacks. */
function isCompleting(state: Started, type: CodeIdentifier['type'], policy: Settings): boolean {
	return state.event === 'SignIn' && state.userId !== undefined && mayBeAdded(type, policy);
}

function deliver({ id, unawaited }: CodeVerification): Act {
	return { type: 'deliver-code', recordId: id, unawaited: unawaited === true };
}

function auditKey(state: Started, { type }: CodeVerification, step: 'Create' | 'Submit'): AuditKey {
	return `Interaction.${state.event}.Verification.${type}.${step}`;
}
