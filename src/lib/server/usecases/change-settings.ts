// PATCH /api/sign-in-exp: a machine changes the sign-in experience, which shows at once.
import { ok, type Result } from '../../contract/result.ts';
import type { Settings } from '../../contract/settings.ts';
import type { MachineCaller, Services } from './ports.ts';
import { recordChange } from './record-change.ts';
import { writeSettings } from './write-settings.ts';

export async function changeSettings(
	services: Pick<Services, 'store' | 'clock' | 'ids'>,
	caller: MachineCaller,
	changes: Record<string, unknown>
): Promise<Result<Settings>> {
	const cause = { kind: 'change' as const, applicationId: caller.applicationId };
	return writeSettings(services, changes, cause, async ({ audit }) => {
		await recordChange({ clock: services.clock, audit }, caller, 'Management.Settings.Update');
		return ok();
	});
}
