// GET and PATCH /api/account-center: one of the settings under Logto's name.
import type { AccountCenterAnswer, AccountCenterChanges } from '../../../contract/account/center.ts';
import { ok, type Result } from '../../../contract/result.ts';
import { changeSettings } from '../change-settings.ts';
import type { MachineCaller, Services, Settings } from '../ports.ts';

export async function readAccountCenter({
	settings
}: Pick<Services, 'settings'>): Promise<Result<AccountCenterAnswer>> {
	return ok(show(await settings()));
}

export async function changeAccountCenter(
	services: Pick<Services, 'store' | 'clock' | 'ids'>,
	caller: MachineCaller,
	{ customCss: _none, fields, deleteAccountUrl, ...changes }: AccountCenterChanges
): Promise<Result<AccountCenterAnswer>> {
	const follow = ({ accountCenter }: Settings) => {
		const merged = { ...accountCenter, ...changes, fields: { ...accountCenter.fields, ...fields } };
		const isNamed = deleteAccountUrl !== undefined;
		return ok({ accountCenter: isNamed ? { ...merged, deleteAccountUrl: deleteAccountUrl || null } : merged });
	};
	const written = await changeSettings(services, caller, { wanted: follow });
	return written.ok ? ok(show(written.value)) : written;
}

function show({ accountCenter }: Settings): AccountCenterAnswer {
	return { tenantId: 'default', id: 'default', ...accountCenter, customCss: null };
}
