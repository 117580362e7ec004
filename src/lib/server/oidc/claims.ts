// Scopes, the claims that they bring, and how an account fills them.
import type { Account, Configuration } from 'oidc-provider';
import { sessionsScope, trustedDevicesScope } from '../../contract/account/access.ts';
import type { User } from '../usecases/ports.ts';

/** OIDC Core §5.1 claims that live in a user's profile, by our name for them. */
const profileClaims = {
	family_name: 'familyName',
	given_name: 'givenName',
	middle_name: 'middleName',
	nickname: 'nickname',
	preferred_username: 'preferredUsername',
	profile: 'profile',
	website: 'website',
	gender: 'gender',
	birthdate: 'birthdate',
	zoneinfo: 'zoneinfo',
	locale: 'locale'
};

/** Besides those that bring claims. The last two open parts of the account API. */
export const scopes = ['openid', 'offline_access', sessionsScope, trustedDevicesScope];

export const claimsOfScope: NonNullable<Configuration['claims']> = {
	openid: ['sub', 'auth_time', 'amr'],
	profile: ['name', 'username', 'picture', ...Object.keys(profileClaims), 'updated_at', 'created_at'],
	email: ['email', 'email_verified'],
	phone: ['phone_number', 'phone_number_verified'],
	address: ['address'],
	custom_data: ['custom_data'],
	identities: ['identities', 'sso_identities'],
	roles: ['roles'],
	'urn:logto:scope:organizations': ['organizations', 'organization_data'],
	'urn:logto:scope:organization_roles': ['organization_roles']
};

export function toAccount(user: User): Account {
	return {
		accountId: user.id,
		isAdmin: user.isAdmin,
		claims: async (use) => ({ ...claimsOf(user), ...(use === 'userinfo' ? largeClaimsOf(user) : {}), sub: user.id })
	};
}

/** Null where Logto has null; phone as digits without `+`; times in milliseconds. */
function claimsOf(user: User): Record<string, unknown> {
	return {
		name: user.name ?? null,
		username: user.username ?? null,
		picture: user.avatar ?? null,
		...filledProfile(user.profile),
		updated_at: user.updatedAt,
		created_at: user.createdAt,
		email: user.primaryEmail ?? null,
		email_verified: isProven(user, 'email', user.primaryEmail),
		phone_number: user.primaryPhone ?? null,
		phone_number_verified: isProven(user, 'phone', user.primaryPhone),
		roles: [],
		organizations: [],
		organization_roles: []
	};
}

/** Never said of what an administrator wrote down (R19). */
function isProven({ unproven = [] }: User, type: 'email' | 'phone', value: string | undefined): boolean {
	return value !== undefined && !unproven.includes(type);
}

/** Never in an ID token: applications keep that in a cookie of 4 kB. */
function largeClaimsOf(user: User): Record<string, unknown> {
	return { custom_data: user.customData, identities: {}, sso_identities: [], organization_data: [] };
}

function filledProfile(profile: User['profile']): Record<string, unknown> {
	const filled = Object.entries(profileClaims).filter(([, ours]) => typeof profile[ours] === 'string');
	const claims = Object.fromEntries(filled.map(([claim, ours]) => [claim, profile[ours]]));
	return profile.address === undefined ? claims : { ...claims, address: profile.address };
}
