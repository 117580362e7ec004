// Lets machines and administrators into the management API: by a bearer token that we signed, while its owner may.
import { consoleClientId } from '../../contract/console.ts';
import { managementScope } from '../../contract/management-api.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import { isConsole } from '../core/rules/console.ts';
import { readBearer } from './bearer.ts';
import type { Caller, MachineCaller, MachineTokens, Store } from './ports.ts';

type Needs = { machineTokens: MachineTokens; store: Pick<Store, 'applications' | 'users'> };
type Machine = Omit<MachineCaller, keyof Caller>;
type ReadToken = NonNullable<Awaited<ReturnType<MachineTokens['verify']>>>;

export async function authorizeMachine(
	{ machineTokens, store }: Needs,
	authorization: string | null
): Promise<Result<Machine>> {
	const credentials = readBearer(authorization);
	if (!credentials.ok) return credentials;
	const token = await machineTokens.verify(credentials.value);
	if (!token) return refuse('auth.unauthorized');
	const { applicationId, scopes } = token;
	if (isConsole(applicationId)) return authorizeAdministrator({ store }, token);
	// A token outlives its application and its grant; the right to use it does not.
	const application = await store.applications.find(applicationId);
	if (application?.type !== 'MachineToMachine') return refuse('auth.unauthorized');
	return application.mayManage && scopes.includes(managementScope) ? ok({ applicationId }) : refuse('auth.forbidden');
}

/** The flag is asked for at every request: whoever loses it, or is suspended, is out at once. */
async function authorizeAdministrator({ store }: Pick<Needs, 'store'>, token: ReadToken): Promise<Result<Machine>> {
	const { scopes, userId, session } = token;
	const user = userId === undefined ? undefined : await store.users.find(userId);
	if (!user || user.isSuspended) return refuse('auth.unauthorized');
	const isAdmin = user.isAdmin && scopes.includes(managementScope);
	return isAdmin ? ok({ applicationId: consoleClientId, actorId: user.id, session }) : refuse('auth.forbidden');
}
