// The first screen as settings shape it: the same decisions as on the page itself.
import type { PublicSettings, Settings } from '$lib/contract/settings.ts';
import { firstScreen } from '$lib/experience/journeys/first-screen.ts';
import { askedAfter, isCombined } from '$lib/experience/journeys/methods.ts';
import { termsOf } from '$lib/experience/journeys/terms.ts';
import type { SignInProps } from '$lib/experience/screens/props.ts';

/** Leads nowhere, so that a preview stays where it is. */
const nowhere = '#';

/** Undefined where the settings offer no way. */
export function drawFirstScreen(
	flow: 'sign-in' | 'register',
	settings: Settings
): Omit<SignInProps, 'countries'> | undefined {
	const shown: PublicSettings = {
		...settings,
		customProfileFieldCatalog: settings.customProfileFields,
		forgotPassword: { phone: true, email: true },
		socialConnectors: [],
		ssoConnectors: [],
		isDevelopmentTenant: false
	};
	const screen = firstScreen(flow, shown, new URLSearchParams(), undefined);
	if (!screen) return undefined;
	const hasPassword = flow === 'sign-in' && isCombined(shown);
	return {
		...screen,
		mode: flow,
		asked: askedAfter(flow, shown, screen.kind),
		hasPassword,
		links: {
			otherKind: screen.kinds.length > 1 ? nowhere : undefined,
			otherMode: settings.signInMode === 'SignInAndRegister' ? nowhere : undefined,
			forgot: hasPassword ? nowhere : undefined
		},
		terms: termsOf(flow, shown)
	};
}
