// When the provider must ask the person: which account it is to be, to sign in, and third parties to be allowed.
import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { isThirdParty } from './clients.ts';

const { base, Check, Prompt } = interactionPolicy;

export function createPolicy(): interactionPolicy.DefaultPolicy {
	const policy = base();
	// Before signing in: whoever signs in has chosen. Asked for with `prompt=select_account` only.
	policy.add(new Prompt({ name: 'select_account', requestable: true }), 0);
	policy
		.get('login')
		?.checks.add(
			new Check('account_unavailable', 'the account is gone or suspended', 'login_required', hasLostAccount)
		);
	// `prompt=consent` comes with every request of Logto's SDKs; for our own applications it only asks for a refresh token.
	for (const check of policy.get('consent')?.checks ?? []) {
		const original = check.check;
		check.check = async (ctx) => !!ctx.oidc.client && isThirdParty(ctx.oidc.client) && (await original(ctx));
	}
	return policy;
}

/** `findAccount` finds no suspended or deleted account; the library takes a session with an account id as signed in. */
function hasLostAccount({ oidc }: KoaContextWithOIDC): boolean {
	return !!oidc.session?.accountId && !oidc.account;
}
