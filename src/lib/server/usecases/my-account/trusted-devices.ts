// /api/my-account/trusted-devices: where no second factor is asked of the account, and the end of that.
import type { MyTrustedDevices } from '../../../contract/account/trusted-devices.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { describeBrowser } from '../../core/account/describe-browser.ts';
import { sparedUntil } from '../../core/rules/factors/excused.ts';
import { remembersDevices } from '../../core/rules/factors/devices.ts';
import { heldBy, letGoOfDevice } from '../factors/recognise-device.ts';
import type { AccountCaller, Services } from '../ports.ts';
import { recordOwn } from './record-own.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'hasher'>;

export async function listMyTrustedDevices(
	{ store, settings, clock, hasher }: Needs & Pick<Services, 'settings'>,
	caller: AccountCaller
): Promise<Result<MyTrustedDevices>> {
	const policy = await settings();
	if (!remembersDevices(policy)) return ok([]);
	const { id: userId } = caller.holder.user;
	const here = heldBy({ hasher }, caller, userId)?.digest;
	const devices = await store.devices.list(userId);
	const shown = devices.map(({ id, digest, userAgent, createdAt, trustedAt, lastUsedAt, ...rest }) => ({
		id,
		userAgent: userAgent || null,
		country: null,
		city: null,
		createdAt: policy.adaptiveMfa.enabled ? createdAt : (trustedAt ?? createdAt),
		lastUsedAt,
		expiresAt: sparedUntil({ ...rest, id, digest, userAgent, createdAt, trustedAt, lastUsedAt }, policy),
		isCurrent: here !== undefined && [digest, rest.previousDigest].includes(here),
		...describeBrowser(userAgent)
	}));
	return ok(shown.filter(({ expiresAt }) => expiresAt > clock.now()));
}

/** The next sign-in there asks again. Whoever is signed in there stays so. */
export async function endMyTrustedDevice(
	{ store, clock, hasher }: Needs,
	caller: AccountCaller,
	id: string
): Promise<Result<undefined>> {
	const { id: userId } = caller.holder.user;
	const isRemoved = await store.transaction(async (scope) => {
		const device = (await scope.devices.list(userId)).find((one) => one.id === id);
		if (!device || !(await scope.devices.remove(userId, id))) return false;
		await recordOwn({ clock, audit: scope.audit }, caller, 'Account.TrustedDevice.Delete');
		if (device.digest === heldBy({ hasher }, caller, userId)?.digest) letGoOfDevice(caller, userId);
		return true;
	});
	return isRemoved ? ok() : refuse('entity.not_found');
}
