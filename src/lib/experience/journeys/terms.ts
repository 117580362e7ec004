// Where people say yes to the terms: by going on, or by ticking a box (contract §8.5).
import type { Draft } from '../../contract/draft.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import { webAddress } from './address.ts';
import type { Mode } from './flow.ts';

type Policy = Pick<PublicSettings, 'agreeToTermsPolicy' | 'termsOfUseUrl' | 'privacyPolicyUrl'>;

/** `asked`: a box has to be ticked; otherwise a sentence says what going on means. */
export type Terms = { termsUrl?: string; privacyUrl?: string; asked: boolean };

/** Undefined: nothing is said here about terms. */
export function termsOf(mode: Mode, settings: Policy): Terms | undefined {
	const asked = mustAgree(mode, settings);
	if (!asked && settings.agreeToTermsPolicy !== 'Automatic') return undefined;
	return { ...linksOf(settings), asked };
}

/** A yes to nothing is not asked for: without a link there are no terms. */
export function mustAgree(mode: Mode, settings: Policy): boolean {
	const { termsUrl, privacyUrl } = linksOf(settings);
	if (!termsUrl && !privacyUrl) return false;
	return settings.agreeToTermsPolicy === 'Manual' || (mode === 'register' && isForNewcomers(settings));
}

/** Whoever comes past the first screen, by an address that was kept, has not said yes yet. */
export function lacksYes(settings: Policy, draft: Draft | undefined): boolean {
	return mustAgree('sign-in', settings) && !draft?.agreed;
}

function isForNewcomers({ agreeToTermsPolicy }: Policy): boolean {
	return agreeToTermsPolicy === 'ManualRegistrationOnly';
}

function linksOf({ termsOfUseUrl, privacyPolicyUrl }: Policy) {
	return { termsUrl: webAddress(termsOfUseUrl), privacyUrl: webAddress(privacyPolicyUrl) };
}
