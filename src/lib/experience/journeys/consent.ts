// Consent: what the page shows of the request, and where an answer or a refusal leads.
import type { ConsentAnswer } from '../../contract/consent.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import type { Writer } from '../client.ts';
import { webAddress } from './address.ts';
import { maskEmail, maskPhone } from '../../contract/mask.ts';
import type { Outcome, Page } from './next-page.ts';

/** `value` is the person's own, empty when there is none; absent where there is nothing short to show. */
export type AskedScope = { name: ScopeName; value?: string };

export type ScopeName =
	| 'profile'
	| 'email'
	| 'phone'
	| 'address'
	| 'custom_data'
	| 'identities'
	| 'roles'
	| 'organizations'
	| 'offline_access';

export type ConsentFailure = 'suspended' | 'application-gone' | 'invalid-request';

const inOrder: { name: ScopeName; scopes: string[] }[] = [
	{ name: 'profile', scopes: ['profile'] },
	{ name: 'phone', scopes: ['phone'] },
	{ name: 'email', scopes: ['email'] },
	{ name: 'address', scopes: ['address'] },
	{ name: 'identities', scopes: ['identities'] },
	{ name: 'custom_data', scopes: ['custom_data'] },
	{ name: 'roles', scopes: ['roles'] },
	{
		name: 'organizations',
		scopes: ['urn:logto:scope:organizations', 'urn:logto:scope:organization_roles']
	},
	{ name: 'offline_access', scopes: ['offline_access'] }
];

export function readConsent({ application, user, scopes, redirectUri, version }: ConsentAnswer) {
	const { name, username, primaryPhone, primaryEmail, id } = user;
	const phone = primaryPhone ? maskPhone(primaryPhone) : '';
	const email = primaryEmail ? maskEmail(primaryEmail) : '';
	const values: Partial<Record<ScopeName, string>> = {
		profile: [name, username].filter(Boolean).join(' · '),
		phone,
		email
	};
	const asked = inOrder.filter((row) => row.scopes.some((scope) => scopes.includes(scope)));
	return {
		application: application.name,
		scopes: asked.map((row): AskedScope => ({ name: row.name, value: values[row.name] })),
		account: [name, username, phone, email].find(Boolean) ?? id,
		host: hostOf(redirectUri),
		terms: {
			termsUrl: webAddress(application.termsOfUseUrl),
			privacyUrl: webAddress(application.privacyPolicyUrl)
		},
		version
	};
}

export async function answerConsent(api: Writer, answer: { version: string } | { deny: true }): Promise<Outcome> {
	const answered = await api.answerConsent(answer);
	if (answered.ok) return { page: '/go' };
	const { code } = answered.problem;
	// The page itself says best what has become of the request.
	const page = pageInstead(code) ?? (failureOf(code) && '/consent');
	return page ? { page } : { problem: answered.problem };
}

/** Where a browser belongs that has nothing to agree to. */
export function pageInstead(code: ProblemCode): Page | undefined {
	if (code === 'session.not_found') return '/unknown-session';
	return code === 'session.invalid_interaction_type' ? '/sign-in' : undefined;
}

export function failureOf(code: ProblemCode): ConsentFailure | undefined {
	return failures[code];
}

const failures: Partial<Record<ProblemCode, ConsentFailure>> = {
	'user.suspended': 'suspended',
	'entity.not_found': 'application-gone',
	'oidc.invalid_scope': 'invalid-request'
};

/** The scheme of a native application tells people nothing. */
function hostOf(redirectUri: string): string | undefined {
	const address = webAddress(redirectUri);
	return address && new URL(address).host;
}
