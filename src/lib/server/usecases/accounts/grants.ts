// Which applications an account was opened to, and the end of that, at an administrator's word.
import { ok, type Result } from '../../../contract/result.ts';
import type { UserGrants } from '../../../contract/users.ts';
import { listGrants } from '../list-grants.ts';
import type { MachineCaller, Services, StoreScope } from '../ports.ts';
import { changeRecorded } from '../record-change.ts';
import { unknownUser } from '../unknown-user.ts';
import { withdrawConsent } from '../withdraw-consent.ts';

export async function readGrants({ store }: Pick<Services, 'store'>, id: string): Promise<Result<UserGrants>> {
	if (!(await store.users.find(id))) return unknownUser(id);
	const grants = await listGrants({ store }, id);
	return ok({
		grants: grants.map(({ applicationName, since, ...grant }) => ({
			...grant,
			applicationName: applicationName ?? null,
			since: since ?? null
		}))
	});
}

export async function endGrant(
	services: Pick<Services, 'store' | 'clock'>,
	caller: MachineCaller,
	{ id, applicationId }: { id: string; applicationId: string }
): Promise<Result<undefined>> {
	const change = async (store: StoreScope) =>
		(await store.users.find(id)) ? withdrawConsent({ store }, id, applicationId) : unknownUser(id);
	const details = { application: applicationId };
	return changeRecorded<undefined>(services, caller, 'Management.User.Grant.Delete', change, { userId: id, details });
}
