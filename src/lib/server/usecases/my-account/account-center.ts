// GET and PATCH /api/account-center: one of the settings under Logto's name.
import type { AccountCenterAnswer, AccountCenterChanges } from '../../../contract/account/center.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { MachineCaller, Services, Settings } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { writeSettings } from '../write-settings.ts';

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
	const cause = { kind: 'change' as const, applicationId: caller.applicationId };
	const written = await writeSettings(services, follow, cause, async ({ audit }) => {
		await recordChange({ clock: services.clock, audit }, caller, 'Management.Settings.Update');
		return ok();
	});
	return written.ok ? ok(show(written.value)) : written;
}

function show({ accountCenter }: Settings): AccountCenterAnswer {
	return { tenantId: 'default', id: 'default', ...accountCenter, customCss: null };
}
