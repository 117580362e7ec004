// Whoever runs the installation stays able to: nobody shuts themselves out of the console, and its last administrator stays.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { MachineCaller, StoreScope } from '../ports.ts';

type Needs = { users: Pick<StoreScope['users'], 'find' | 'holdAdmins'> };

/** Before an account is suspended or deleted. `field` is what was asked for. */
export async function mayEnd(
	{ users }: Needs,
	{ actorId }: Pick<MachineCaller, 'actorId'>,
	id: string,
	field: string
): Promise<Result<undefined>> {
	if (actorId === id) return refusing(field, 'yourself', 'is your own account');
	if (!(await users.find(id))?.isAdmin) return ok();
	// Two who end each other at once would leave none.
	const active = (await users.holdAdmins()).filter(({ isSuspended }) => !isSuspended);
	const isLast = active.length === 1 && active[0]?.id === id;
	return isLast ? refusing(field, 'last-administrator', 'is the last administrator') : ok();
}

/** The one-time link of `foyer admin link` is bound to the address: without one there is no way back in. */
export async function mayLoseEmail({ users }: Needs, id: string): Promise<Result<undefined>> {
	const user = await users.find(id);
	if (!user?.isAdmin) return ok();
	return refusing('primaryEmail', 'administrator-needs-email', 'an administrator needs one');
}

/** `flaw` is for programs, and for the console's own words. */
function refusing(field: string, flaw: string, detail: string): Result<undefined> {
	return refuse('guard.invalid_input', { data: { field, flaw, detail } });
}
