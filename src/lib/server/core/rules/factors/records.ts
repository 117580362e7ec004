// Who may set up or prove a second factor in an interaction, and the records of it.
import type { FactorType } from '../../../../contract/factors.ts';
import type { Problem } from '../../../../contract/problems.ts';
import type { Settings } from '../../../../contract/settings.ts';
import type { Started } from '../../interaction/decision.ts';
import type { FactorRecord } from '../../interaction/factor-records.ts';
import { isPasswordOfOthers } from '../unproven-contacts.ts';
import { firstProofs } from '../verifications.ts';
import type { User } from '../../user.ts';
import type { Factor } from '../../factor.ts';
import type { FactorOwner } from './owned.ts';
import { whyNotProven } from './required.ts';

/** The identified account as it is now; undefined while there is none. */
export type FactorFacts = { user: User | undefined; factors: Factor[] };

/** A proof and a set-up of the same type stand side by side: who adds a passkey has just shown another one. */
export function withFactorRecord(state: Started, record: FactorRecord): Started {
	const others = (state.factorRecords ?? []).filter(
		(other) => other.type !== record.type || isSetUp(other) !== isSetUp(record)
	);
	return { ...state, factorRecords: [...others, record] };
}

function isSetUp(record: FactorRecord): boolean {
	switch (record.type) {
		case 'TOTP':
			return record.sealedSecret !== undefined;
		case 'WebAuthn':
			return record.ceremony === 'registration';
		case 'BackupCode':
			return record.digests !== undefined;
		default:
			return false;
	}
}

export function findFactorRecord<Type extends FactorRecord['type']>(
	{ factorRecords = [] }: Pick<Started, 'factorRecords'>,
	id: string,
	...types: Type[]
): Extract<FactorRecord, { type: Type }> | undefined {
	const isOne = (record: FactorRecord): record is Extract<FactorRecord, { type: Type }> =>
		record.id === id && (types as string[]).includes(record.type);
	return factorRecords.find(isOne);
}

/** Whose factors these are: the account that was recognised, or the one that will be made. */
export function ownerOf(state: Started, { user, factors }: FactorFacts): FactorOwner | undefined {
	if (state.userId) return user && recognisedOwner(state, user, factors);
	if (!state.newUserId) return undefined;
	return {
		id: state.newUserId,
		primaryEmail: state.profile?.primaryEmail,
		primaryPhone: state.profile?.primaryPhone,
		factors: []
	};
}

/** R20: whoever takes an account over from others has none of what those have set up and chosen. */
export function recognisedOwner(state: Started, user: User, factors: Factor[]): FactorOwner {
	if (isPasswordOfOthers(user, firstProofs(state, user, factors))) return { ...user, factors: [] };
	return { ...user, factors, choices: user.factorChoices };
}

/** Why this factor cannot be proven here. */
export function whyNoProof(
	state: Started,
	facts: FactorFacts,
	type: FactorType,
	settings: Settings
): Problem | undefined {
	if (state.event === 'ForgotPassword') return { code: 'session.not_supported_for_forgot_password' };
	if (!ownerOf(state, facts)) return { code: 'session.identifier_not_found' };
	if (facts.user?.isSuspended) return { code: 'user.suspended' };
	return settings.mfa.factors.includes(type) ? undefined : { code: 'session.mfa.mfa_factor_not_enabled' };
}

/** Why nothing can be set up: whoever has factors shows one of them first. */
export function whyNoSetUp(
	state: Started,
	facts: FactorFacts,
	type: FactorType,
	settings: Settings
): Problem | undefined {
	const closed = whyNoProof(state, facts, type, settings);
	const owner = ownerOf(state, facts);
	if (closed || !owner) return closed;
	return whyPending(state, facts, owner, settings);
}

export function whyPending(
	state: Started,
	{ user, factors }: FactorFacts,
	owner: FactorOwner,
	settings: Settings
): Problem | undefined {
	const proofs = user ? firstProofs(state, user, factors) : [];
	return whyNotProven(state, owner, proofs, settings);
}
