// Signing in with a passkey of the device: no name, no password, no code.
import type { PublicSettings } from '../../contract/settings.ts';
import { ok, refuse } from '../../contract/result.ts';
import type { Writer } from '../client.ts';
import { begin } from './begin.ts';
import { finish } from './finish.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';
import { readPayload, sayOfPasskey } from './second-step.ts';
import { askAboutComputer } from './shared-computer.ts';
import { mustAgree } from './terms.ts';

export type PasskeyOffer = { button: boolean; autofill: boolean };

/** Undefined where nobody signs in with one, or where terms have to be agreed to first. */
export function passkeyOffer(settings: PublicSettings): PasskeyOffer | undefined {
	const { passkeySignIn, mfa } = settings;
	if (!passkeySignIn.enabled || !mfa.factors.includes('WebAuthn') || mustAgree('sign-in', settings)) return undefined;
	return { button: passkeySignIn.showPasskeyButton !== false, autofill: passkeySignIn.allowAutofill !== false };
}

export async function signInWithPasskey(api: Writer, form: { payload: string; shared?: '0' | '1' }): Promise<Outcome> {
	const answer = readPayload(form.payload);
	if (!answer) return refuse('session.mfa.webauthn_verification_failed');
	const settings = await api.settings();
	if (!settings.ok) return settings;
	if (!passkeyOffer(settings.value)) return { page: '/sign-in' };
	const state = await api.interaction();
	if (state.ok && state.value.redirectTo) return { page: '/go' };
	const isBegun = state.ok && state.value.interactionEvent === 'SignIn' && !state.value.userId;
	const begun = isBegun ? ok() : await begin(api, 'sign-in', state);
	const asked = begun.ok ? await askAboutComputer(api, settings.value, form) : begun;
	if (!asked.ok) return afterRefusal(api, 'sign-in', asked.problem);
	const checked = sayOfPasskey(await api.checkSignInPasskey(answer));
	if (!checked.ok) return afterRefusal(api, 'sign-in', checked.problem);
	return finish(api, 'sign-in', { interactionEvent: 'SignIn' }, checked.value.verificationId);
}
