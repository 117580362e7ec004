// GET and PATCH /api/my-account/extra-profile: what sign-up asks for besides identifiers, afterwards.
import type { MyExtraProfile, MyExtraProfileBody } from '../../../contract/account/extra-profile.ts';
import { ok, type Result } from '../../../contract/result.ts';
import { changeOwnFields, ownProfileFields, ownValues } from '../../core/rules/extra-profile.ts';
import type { AccountCaller, Services } from '../ports.ts';
import { changeOwn } from './change-own.ts';

export async function readMyExtraProfile(
	{ settings }: Pick<Services, 'settings'>,
	{ holder }: AccountCaller
): Promise<Result<MyExtraProfile>> {
	const fields = ownProfileFields(await settings());
	return ok({ fields, values: ownValues(holder.user, fields) });
}

/** Decided on what was seen: applications write to the same places. */
export async function changeMyExtraProfile(
	services: Services,
	caller: AccountCaller,
	{ values }: MyExtraProfileBody
): Promise<Result<MyExtraProfile>> {
	const fields = ownProfileFields(await services.settings());
	const changes = changeOwnFields(caller.holder.user, values, fields);
	if (!changes.ok) return changes;
	const set = changes.value;
	const changed = await changeOwn(services, caller, { key: 'Account.Profile.Update', isProven: true, set });
	return changed.ok ? ok({ fields, values: ownValues(set, fields) }) : changed;
}
