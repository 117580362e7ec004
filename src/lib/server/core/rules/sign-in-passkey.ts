// Signing in with a passkey alone: the device has verified its owner, so it is both proofs in one (contract §3.5).
import type { Settings } from '../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../interaction/decision.ts';
import type { SignInPasskeyAsked, SignInPasskeyChecked } from '../interaction/event.ts';
import type { Interaction } from '../interaction/state.ts';
import { challengeMs } from './factors/passkeys.ts';
import { isModeOpen, maySignInWithPasskey } from './policy.ts';
import { withVerification } from './verifications.ts';

export function askSignInPasskey(state: Interaction, event: SignInPasskeyAsked, policy: Settings): Decision {
	const { challenge, at } = event;
	if (!isModeOpen('SignIn', policy)) return refused(state, 'auth.forbidden');
	if (!maySignInWithPasskey(policy)) return refused(state, 'user.sign_in_method_not_enabled');
	return accepted({ ...state, passkeyChallenge: { challenge, expiresAt: at + challengeMs } });
}

/** What was asked last, while nobody has answered it. */
export function findSignInChallenge({ passkeyChallenge }: Interaction, at: number): string | undefined {
	return passkeyChallenge && passkeyChallenge.expiresAt > at ? passkeyChallenge.challenge : undefined;
}

export function checkSignInPasskey(state: Started, event: SignInPasskeyChecked, policy: Settings): Decision {
	const { recordId: id, passkey, at } = event;
	if (state.event !== 'SignIn') return refused(state, 'session.invalid_interaction_type');
	if (!isModeOpen(state.event, policy)) return refused(state, 'auth.forbidden');
	if (!maySignInWithPasskey(policy)) return refused(state, 'user.sign_in_method_not_enabled');
	if (!findSignInChallenge(state, at)) return refused(state, 'session.verification_session_not_found');
	const answered = { ...state, passkeyChallenge: undefined };
	const key = 'Interaction.SignIn.Verification.SignInPasskey.Submit';
	if (!passkey) {
		const error = 'session.mfa.webauthn_verification_failed';
		return { ...refused(answered, error), effects: [{ type: 'record', key, error }] };
	}
	const record = { id, type: 'SignInPasskey' as const, verified: true as const, ...passkey };
	return accepted(withVerification(answered, record), { type: 'record', key, userId: passkey.userId });
}
