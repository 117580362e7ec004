// The end of an interaction: the account is written or recognised, and the provider gets its result.
import { identifierType, type IdentifierType } from '../../../contract/schemas.ts';
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { Effect } from '../interaction/effect.ts';
import type { Submitted } from '../interaction/event.ts';
import { finished } from '../interaction/finished.ts';
import type { StagedProfile, Verification } from '../interaction/state.ts';
import type { User } from '../user.ts';
import { amrOf } from './amr.ts';
import { keepAccount, remembersNothing } from './browser-memory.ts';
import { keepDevice } from './factors/devices.ts';
import type { Visit } from './factors/excused.ts';
import { keepFactors } from './factors/keep.ts';
import { recognisedOwner } from './factors/records.ts';
import { provenFactors, whyNotBound, whyNotProven } from './factors/required.ts';
import { describeStaged } from './identify.ts';
import { isAskedFor, isModeOpen, missingProfile } from './policy.ts';
import { hasExpired } from './passwords.ts';
import { whyNoReset } from './profile.ts';
import { isProofLacking } from './proof-of-work.ts';
import { newlyAgreed } from './terms.ts';
import { isPasswordOfOthers, proveContacts, recordRemoved } from './unproven-contacts.ts';
import { firstProofs, isInvitedAs, mayGoOn, opensSignIn, proves } from './verifications.ts';

export function submit(state: Started, event: Submitted, policy: Settings): Decision {
	if (!mayGoOn(state, policy)) return refused(state, 'auth.forbidden');
	if (isProofLacking(state, policy)) return refused(state, 'session.captcha_required');
	switch (state.event) {
		case 'SignIn':
			return signIn(state, event, policy);
		case 'Register':
			return register(state, event, policy);
		case 'ForgotPassword':
			return resetPassword(state, event, policy);
	}
}

function signIn(state: Started, event: Submitted, policy: Settings): Decision {
	const { user, factors, at } = event;
	if (!state.userId) return refused(state, 'session.identifier_not_found');
	if (!user) return refused(state, 'user.user_not_exist');
	if (user.isSuspended) return refused(state, 'user.suspended');
	const proofs = firstProofs(state, user, factors);
	if (proofs.length === 0) return refused(state, 'session.verification_failed');
	if (!proofs.some((record) => opensSignIn(record, policy))) {
		return refused(state, 'user.sign_in_method_not_enabled');
	}
	if (proofs.every(({ type }) => type === 'Password') && hasExpired(user, policy, at)) {
		return refused(state, 'password.expired');
	}
	const owner = recognisedOwner(state, user, factors);
	const adds = addedTo(state, user);
	const visit: Visit | undefined =
		adds || hasNewFactor(state.factors) ? undefined : { device: event.device, lastSignInAt: user.lastSignInAt, at };
	const unproven = whyNotProven(state, owner, proofs, policy, visit);
	if (unproven) return refused(visit ? askedOf(state, policy) : state, unproven.code, unproven);
	const missing = missingProfile(describeCompleted(user, state), policy);
	if (missing.length > 0) return refused(state, 'user.missing_profile', { data: { missingProfile: missing } });
	const future = { ...owner, ...describeCompleted(user, state) };
	const unbound = whyNotBound(state, future, policy, at);
	if (unbound) return refused(state, unbound.code, unbound);

	const terms = newlyAgreed(state, event, policy);
	const removesPassword = isPasswordOfOthers(user, proofs);
	const stamp: Effect = {
		type: 'stamp-sign-in',
		userId: user.id,
		lastChangedAt: user.password?.updatedAt,
		adds,
		terms,
		...(removesPassword && { removesPassword }),
		at
	};
	const removed: Effect[] = removesPassword
		? [
				{ type: 'record', key: 'Interaction.SignIn.Password.Delete', userId: user.id },
				...recordRemoved(state, user.id, factors)
			]
		: [];
	const kept = keepFactors(state, { userId: user.id, before: owner.choices, at });
	const shown = provenFactors(state, owner, proofs, policy);
	const agreed = terms ? [recordTerms(state, user.id)] : [];
	// What opened a password that is removed is forgotten with it.
	const device = removesPassword ? undefined : event.device;
	const remembered = keepDevice(state, { ...event, device }, { userId: user.id, hasShown: shown.length > 0 }, policy);
	const isSpared =
		policy.adaptiveMfa.enabled !== true &&
		whyNotProven(state, owner, proofs, policy, visit && { ...visit, device: undefined }) !== undefined;
	const spared: Effect[] = isSpared ? [{ type: 'record', key: 'TrustedDevice.Used', userId: user.id }] : [];
	const written = [stamp, ...proveContacts(state, user), ...removed, ...kept, ...agreed, ...remembered, ...spared];
	const writes = [...written, ...tellOwner(state, user.id, adds)];
	const opening = proofs.filter((record) => opensSignIn(record, policy));
	const signedIn = { userId: user.id, amr: amrOf(state, proofs, shown), proofs: opening };
	return finish(state, event, signedIn, policy, ...writes);
}

/** By adaptive MFA alone, which finds something unusual: webhooks hear of it once. */
function askedOf(state: Started, { adaptiveMfa }: Settings): Started {
	return adaptiveMfa.enabled && !state.isRiskFound ? { ...state, isRiskFound: true } : state;
}

/** What the account lacks still: something that it was given meanwhile, in another tab or by somebody else, stays. */
function addedTo({ profile = {} }: Started, user: User): StagedProfile | undefined {
	const adds: StagedProfile = {
		username: user.username ? undefined : profile.username,
		primaryEmail: user.primaryEmail ? undefined : profile.primaryEmail,
		primaryPhone: user.primaryPhone ? undefined : profile.primaryPhone,
		passwordDigest: user.password ? undefined : profile.passwordDigest
	};
	return Object.values(adds).some((value) => value !== undefined) ? adds : undefined;
}

function hasNewFactor(factors: Started['factors']): boolean {
	return Boolean(factors?.totp ?? factors?.backupCodes ?? factors?.passkeys?.length);
}

/** Whoever was signed in for a moment could give themselves a way back: the owner hears of it. */
function tellOwner({ factors }: Started, userId: string, adds?: StagedProfile): Effect[] {
	const isFactorAdded = hasNewFactor(factors);
	return [
		...(adds?.passwordDigest ? [{ type: 'tell-owner', userId, what: 'password-added' } as const] : []),
		...(isFactorAdded ? [{ type: 'tell-owner', userId, what: 'factor-added' } as const] : [])
	];
}

function register(state: Started, event: Submitted, policy: Settings): Decision {
	const { newUserId, profile = {} } = state;
	if (!newUserId) return refused(state, 'session.identifier_not_found');
	const missing = missingProfile(describeStaged(profile), policy);
	if (missing.length > 0) return refused(state, 'user.missing_profile', { data: { missingProfile: missing } });
	if (!isModeOpen(state.event, policy) && !isInvitedAs(profile, state)) return refused(state, 'auth.forbidden');
	const user = newAccount(state, newUserId, event.at);
	if (!isInvitedAs(profile, state) && !identifiersOf(user).some((type) => isAskedFor(type, policy))) {
		return refused(state, 'user.sign_up_method_not_enabled');
	}
	const unbound = whyNotBound(state, { ...user, factors: [] }, policy, event.at);
	if (unbound) return refused(state, unbound.code, unbound);
	const proofs = state.verifications.filter((record) => proves(record, user));
	const terms = newlyAgreed(state, event, policy);
	const created: Effect = { type: 'create-user', user: { ...user, terms }, passwordDigest: profile.passwordDigest };
	const kept = keepFactors(state, { userId: newUserId, at: event.at });
	const remembered = keepDevice(state, event, { userId: newUserId, hasShown: false }, policy);
	const agreed = terms ? [recordTerms(state, newUserId)] : [];
	const writes = [created, ...kept, ...agreed, ...remembered];
	return finish(state, event, { userId: newUserId, amr: amrOf(state, proofs, []), proofs }, policy, ...writes);
}

/** Never signs in: the person does, with the new password. The interaction is as new, and its proofs are spent. */
function resetPassword(state: Started, { user, factors, at }: Submitted, policy: Settings): Decision {
	if (!state.userId) return refused(state, 'session.identifier_not_found');
	if (!user) return refused(state, 'user.user_not_exist');
	if (user.isSuspended) return refused(state, 'user.suspended');
	const digest = state.profile?.passwordDigest;
	if (!digest) return refused(state, 'user.new_password_required_in_profile');
	const closed = whyNoReset(state, user, policy);
	if (closed) return refused(state, closed);
	const { id, clientId, version, expiresAt, isShared } = state;
	const userId = user.id;
	const removesFactors = isPasswordOfOthers(user, firstProofs(state, user, factors));
	const lastChangedAt = user.password?.updatedAt;
	return accepted(
		{ id, clientId, version, expiresAt, isShared, verifications: [] },
		{ type: 'reset-password', userId, digest, lastChangedAt, ...(removesFactors && { removesFactors }), at },
		{ type: 'forgive-attempts', userId },
		...proveContacts(state, user),
		...(removesFactors ? recordRemoved(state, userId, factors) : []),
		{ type: 'record', key: `Interaction.${state.event}.Submit`, userId },
		{ type: 'tell-owner', userId, what: 'password-reset' }
	);
}

function recordTerms({ event }: Started, userId: string): Effect {
	return { type: 'record', key: `Interaction.${event}.Terms`, userId };
}

function finish(
	state: Started,
	{ at, redirectTo }: Submitted,
	{ userId, amr, proofs }: { userId: string; amr: string[]; proofs: Verification[] },
	policy: Settings,
	...writes: Effect[]
): Decision {
	return accepted(
		finished(state, { at, userId, redirectTo }),
		...writes,
		{ type: 'finish', userId, amr, ...(remembersNothing(state, policy) && { isTransient: true }), at },
		{ type: 'record', key: `Interaction.${state.event}.Submit`, userId },
		...keepAccount(state, { userId, proofs, at }, policy)
	);
}

function identifiersOf({ username, primaryEmail, primaryPhone }: User): IdentifierType[] {
	const held = { username, email: primaryEmail, phone: primaryPhone };
	return identifierType.options.filter((type) => held[type] !== undefined);
}

/** The account as it will be. */
function describeCompleted(user: User, { profile }: Started) {
	const staged = describeStaged(profile);
	return {
		username: user.username ?? staged.username,
		primaryEmail: user.primaryEmail ?? staged.primaryEmail,
		primaryPhone: user.primaryPhone ?? staged.primaryPhone,
		password: user.password !== undefined || staged.password,
		// Asked for at registration only.
		extraProfile: true
	};
}

function newAccount(state: Started, id: string, at: number): User {
	const { passwordDigest, submitted: _submitted, ...staged } = state.profile ?? {};
	return {
		...staged,
		id,
		profile: staged.profile ?? {},
		customData: staged.customData ?? {},
		isSuspended: false,
		password: passwordDigest && { updatedAt: at, isExpired: false },
		applicationId: state.clientId,
		lastSignInAt: at,
		createdAt: at,
		updatedAt: at
	};
}
