// Whether a sign-in needs a second proof, and whether an account must or may set one up (contract §3.5, §3.12). Decided
// from state and settings at the end, whatever a page has shown before.
import type { FactorType } from '../../../../contract/factors.ts';
import type { Problem } from '../../../../contract/problems.ts';
import type { Settings } from '../../../../contract/settings.ts';
import type { Started } from '../../interaction/decision.ts';
import type { FactorRecord } from '../../interaction/factor-records.ts';
import type { Verification } from '../../interaction/state.ts';
import { opensSignIn } from '../verifications.ts';
import { isExcused, type Visit } from './excused.ts';
import { maskIdentifier } from './mask.ts';
import { bindableFactors, ownedFactors, owns, withStaged, type FactorOwner } from './owned.ts';

const mandatory = ['Mandatory', 'PromptAtSignInAndSignUpMandatory', 'PromptOnlyAtSignInMandatory'];
const promptsAtSignUp = ['UserControlled', 'PromptAtSignInAndSignUp', 'PromptAtSignInAndSignUpMandatory'];

export function isMandatory({ mfa }: Settings): boolean {
	return mandatory.includes(mfa.policy);
}

/**
 * The refusal while somebody with factors has proven none of them in this interaction; `proofs` are the first ones.
 * `visit` only where a sign-in ends and adds nothing to the account: neither a browser that is known nor the owner's own
 * switch opens more than that.
 */
export function whyNotProven(
	state: Started,
	owner: FactorOwner,
	proofs: Verification[],
	settings: Settings,
	visit?: Visit
): Problem | undefined {
	const owned = ownedFactors(owner, settings);
	if (owned.length === 0) return undefined;
	if (visit && isSwitchedOff(owner, settings)) return undefined;
	// The device has asked for its owner's finger, face or code already.
	if (proofs.some((proof) => proof.type === 'SignInPasskey' && opensSignIn(proof, settings))) return undefined;
	if (provenFactors(state, owner, proofs, settings).length > 0) return undefined;
	if (visit && isExcused(visit, settings)) return undefined;
	return {
		code: 'session.mfa.require_mfa_verification',
		data: { availableFactors: owned, maskedIdentifiers: maskContacts(owner, owned) }
	};
}

/** The records that count as a second proof of this account now. */
export function provenFactors(
	{ factorRecords = [] }: Started,
	owner: FactorOwner,
	proofs: Verification[],
	settings: Settings
): FactorRecord[] {
	return factorRecords.filter(
		(record) =>
			record.verified &&
			record.userId === owner.id &&
			settings.mfa.factors.includes(factorOf[record.type]) &&
			stillHolds(record, owner, proofs)
	);
}

/** The refusal while the account lacks a factor that the settings demand, or that it is to be offered. */
export function whyNotBound(state: Started, owner: FactorOwner, settings: Settings, at: number): Problem | undefined {
	const { mfa } = settings;
	if (mfa.factors.length === 0) return undefined;
	const future = withStaged(owner, state.factors, at);
	if (ownedFactors(future, settings).length === 0) return whyNoneBound(state, future, settings);

	const isKept = (['Totp', 'WebAuthn'] as const).some((type) => mfa.factors.includes(type) && owns(future, type));
	const isAsked = isStaged(state) || isDemanded(state, settings) || isPrompted(state, settings);
	const lacksBackup = mfa.factors.includes('BackupCode') && !owns(future, 'BackupCode');
	return isKept && isAsked && lacksBackup ? { code: 'session.mfa.backup_code_required' } : undefined;
}

function whyNoneBound(state: Started, owner: FactorOwner, settings: Settings): Problem | undefined {
	const availableFactors = bindableFactors(owner, settings);
	if (availableFactors.length === 0) return undefined;
	if (isDemanded(state, settings)) return { code: 'user.missing_mfa', data: { availableFactors } };
	if (!isPrompted(state, settings)) return undefined;
	if (state.factors?.enabled) return { code: 'user.missing_mfa', data: { availableFactors, skippable: true } };
	const isDeclined = state.factors?.skipped ?? owner.choices?.skipped ?? false;
	return isDeclined ? undefined : { code: 'user.suggest_mfa', data: { availableFactors, skippable: true } };
}

/** Everybody must have a factor, from now on or from the first sign-in on. */
function isDemanded({ event }: Started, settings: Settings): boolean {
	const isForSignIn = settings.mfa.policy === 'PromptOnlyAtSignInMandatory';
	return isMandatory(settings) && (event === 'SignIn' || !isForSignIn);
}

function isPrompted({ event }: Started, { mfa }: Settings): boolean {
	return mfa.policy === 'PromptOnlyAtSignIn' ? event === 'SignIn' : promptsAtSignUp.includes(mfa.policy);
}

function isStaged({ factors }: Started): boolean {
	return Boolean(factors?.totp ?? factors?.passkeys?.length);
}

/** Their owner's own switch. It weakens nothing that the installation insists on. */
function isSwitchedOff({ choices }: FactorOwner, settings: Settings): boolean {
	return choices?.enabled === false && !isMandatory(settings);
}

/** Addresses move on, authenticators are removed, and one channel proves one thing. */
function stillHolds(record: FactorRecord, owner: FactorOwner, proofs: Verification[]): boolean {
	switch (record.type) {
		case 'MfaEmailVerificationCode':
		case 'MfaPhoneVerificationCode': {
			const { type, value } = record.identifier;
			const held = type === 'email' ? owner.primaryEmail : owner.primaryPhone;
			const wasFirst = proofs.some(({ type: by, identifier }) => !by.includes('Pass') && identifier.value === value);
			return held === value && !wasFirst;
		}
		case 'BackupCode':
			return record.digests === undefined;
		default:
			return record.factorId !== undefined && owner.factors.some(({ id }) => id === record.factorId);
	}
}

function maskContacts({ primaryEmail, primaryPhone }: FactorOwner, owned: FactorType[]): Record<string, string> {
	const contacts = [
		{ factor: 'EmailVerificationCode', type: 'email', value: primaryEmail },
		{ factor: 'PhoneVerificationCode', type: 'phone', value: primaryPhone }
	] as const;
	return Object.fromEntries(
		contacts.flatMap(({ factor, type, value }) =>
			value && owned.includes(factor) ? [[factor, maskIdentifier({ type, value })]] : []
		)
	);
}

export const factorOf: Record<FactorRecord['type'], FactorType> = {
	TOTP: 'Totp',
	WebAuthn: 'WebAuthn',
	BackupCode: 'BackupCode',
	MfaEmailVerificationCode: 'EmailVerificationCode',
	MfaPhoneVerificationCode: 'PhoneVerificationCode'
};
