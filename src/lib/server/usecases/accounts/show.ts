// An account as administrators see it: Logto's object, null where there is nothing.
import type { UserAnswer } from '../../../contract/users.ts';
import type { User } from '../ports.ts';

export function showUser(user: User): UserAnswer {
	return {
		id: user.id,
		username: user.username ?? null,
		primaryEmail: user.primaryEmail ?? null,
		primaryPhone: user.primaryPhone ?? null,
		name: user.name ?? null,
		avatar: user.avatar ?? null,
		customData: user.customData,
		identities: {},
		profile: user.profile,
		applicationId: user.applicationId ?? null,
		agreedTerms: user.terms
			? {
					termsOfUseUrl: user.terms.termsOfUseUrl ?? null,
					privacyPolicyUrl: user.terms.privacyPolicyUrl ?? null,
					agreedAt: user.terms.at
				}
			: null,
		isSuspended: user.isSuspended,
		hasPassword: user.password !== undefined,
		lastSignInAt: user.lastSignInAt ?? null,
		createdAt: user.createdAt,
		updatedAt: user.updatedAt
	};
}
