// Who agrees to which terms by signing in or up, as far as the settings make that an agreement (contract §8.5).
import type { Settings } from '../../../contract/settings.ts';
import type { Started } from '../interaction/decision.ts';
import type { Submitted } from '../interaction/event.ts';
import type { AgreedTerms } from '../user.ts';

/** Undefined where nothing was agreed to, and where the same was before. */
export function newlyAgreed(
	{ event }: Started,
	{ terms, user, at }: Submitted,
	{ agreeToTermsPolicy }: Pick<Settings, 'agreeToTermsPolicy'>
): AgreedTerms | undefined {
	if (!terms || event === 'ForgotPassword') return undefined;
	if (agreeToTermsPolicy === 'ManualRegistrationOnly' && event !== 'Register') return undefined;
	const { termsOfUseUrl, privacyPolicyUrl } = terms;
	if (!termsOfUseUrl && !privacyPolicyUrl) return undefined;
	const before = user?.terms;
	const isKnown = before?.termsOfUseUrl === termsOfUseUrl && before?.privacyPolicyUrl === privacyPolicyUrl;
	return isKnown ? undefined : { termsOfUseUrl, privacyPolicyUrl, at };
}
