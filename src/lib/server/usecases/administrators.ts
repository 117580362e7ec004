// Administrators: accounts that may use the console. An operator names them; a link brings one in at any time.
import { parseEmail } from '../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import { oneTimeTokenDigest } from './one-time-tokens.ts';
import type { Services, User } from './ports.ts';
import { unknownUser } from './unknown-user.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids'>;

/** The account of this address becomes an administrator's; it is made where there is none. */
export async function makeAdministrator({ store, clock, ids }: Needs, typed: string): Promise<Result<User>> {
	const email = parseEmail(typed);
	if (!email.ok) return email;
	const at = clock.now();
	return store.transaction(async ({ users, audit }) => {
		const known = await users.findByIdentifier({ type: 'email', value: email.value });
		const user: User = known ?? {
			id: ids.userId(),
			primaryEmail: email.value,
			unproven: ['email'],
			profile: {},
			customData: {},
			isSuspended: false,
			createdAt: at,
			updatedAt: at
		};
		if (known) await users.setAdmin(known.id, true, at);
		else if (!(await users.insert({ ...user, isAdmin: true })).ok) return refuse('user.email_already_in_use');
		await audit.append({ key: 'Operator.Administrator.Create', result: 'Success', userId: user.id, at });
		return ok({ ...user, isAdmin: true });
	});
}

/** The account stays; the console is closed to it at once. */
export async function dismissAdministrator(
	{ store, clock }: Pick<Services, 'store' | 'clock'>,
	id: string
): Promise<Result<undefined>> {
	const at = clock.now();
	return store.transaction(async ({ users, audit }) => {
		if (!(await users.setAdmin(id, false, at))) return unknownUser(id);
		await audit.append({ key: 'Operator.Administrator.Delete', result: 'Success', userId: id, at });
		return ok();
	});
}

/** An address that signs the administrator in once: a one-time token, used up by a press of a button. */
export async function linkAdministrator(
	{ store, clock, ids, hasher, origin }: Needs & Pick<Services, 'hasher' | 'origin'>,
	{ id: userId, primaryEmail: email }: User,
	lifetimeMs: number
): Promise<Result<string>> {
	// A token is bound to an address: who has none cannot be told from others.
	if (email === undefined) return refuse('session.identifier_not_found');
	const [token, at] = [ids.token(), clock.now()];
	await store.transaction(async ({ oneTimeTokens, audit }) => {
		await oneTimeTokens.insert({
			id: ids.id(),
			digest: oneTimeTokenDigest(hasher, token),
			email,
			interactionEvent: 'SignIn',
			createdAt: at,
			expiresAt: at + lifetimeMs
		});
		await audit.append({ key: 'Operator.Administrator.Link', result: 'Success', userId, at });
	});
	return ok(`${origin}/console/sign-in?${new URLSearchParams({ one_time_token: token, login_hint: email })}`);
}
