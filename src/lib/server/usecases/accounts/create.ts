// POST /api/users: an account that an administrator makes, or brings along from another system.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { PasswordDigest } from '../../../contract/password-digest.ts';
import type { NewUser, UserAnswer } from '../../../contract/users.ts';
import { announce } from '../hooks/announce.ts';
import { examinePassword } from '../examine-password.ts';
import type { MachineCaller, Services, User } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { parseIdentifiers } from './identifiers.ts';
import { showUser } from './show.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'settings' | 'passwords' | 'log'>;

export async function createAccount(
	services: Needs,
	caller: MachineCaller,
	wanted: NewUser
): Promise<Result<UserAnswer>> {
	const { store, clock, ids } = services;
	const identifiers = parseIdentifiers(wanted, await services.settings());
	if (!identifiers.ok) return identifiers;
	const digest = await digestOf(services, { ...wanted, ...identifiers.value });
	if (!digest.ok) return digest;

	const at = clock.now();
	const user: User = {
		id: ids.userId(),
		...identifiers.value,
		unproven: unprovenOf(wanted),
		name: wanted.name,
		avatar: wanted.avatar,
		profile: wanted.profile ?? {},
		customData: wanted.customData ?? {},
		isSuspended: false,
		password: digest.value && { updatedAt: at, isExpired: false },
		createdAt: at,
		updatedAt: at
	};
	const made = await store.transaction<Result<UserAnswer>>(async (scope) => {
		const inserted = await scope.users.insert(user, digest.value);
		if (!inserted.ok) return refuse(`user.${inserted.taken}_already_in_use`);
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.Create', { userId: user.id });
		return ok(showUser(user));
	});
	if (made.ok) await announce(services, caller, { event: 'User.Created', userId: user.id });
	return made;
}

/** What was only written down: nobody has shown yet that it is theirs (R19). */
function unprovenOf({ isEmailVerified, isPhoneVerified }: NewUser): User['unproven'] {
	return [...(isEmailVerified ? [] : ['email' as const]), ...(isPhoneVerified ? [] : ['phone' as const])];
}

async function digestOf(services: Needs, wanted: NewUser): Promise<Result<PasswordDigest | undefined>> {
	const { password, passwordDigest: digest, passwordAlgorithm: algorithm, ...person } = wanted;
	if (password !== undefined && digest !== undefined) return refuse('user.password_and_digest');
	if (password !== undefined) {
		const examined = await examinePassword(services, password, person);
		if (!examined.ok) return examined;
		const { issues } = examined.value;
		return issues.length > 0 ? refuse('password.rejected', { issues }) : ok(examined.value.digest);
	}
	if (digest === undefined || algorithm === undefined) return ok(undefined);
	// Better refused now than found out by the person who cannot sign in.
	return services.passwords.canVerify({ algorithm, digest })
		? ok({ algorithm, digest })
		: refuse('password.unsupported_digest');
}
