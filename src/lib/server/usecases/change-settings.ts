// PATCH /api/sign-in-exp: a machine changes the sign-in experience.
import type { Result } from '../../contract/result.ts';
import type { Settings } from '../../contract/settings.ts';
import type { MachineCaller, Services } from './ports.ts';
import { recordChange } from './record-change.ts';
import { writeSettings } from './write-settings.ts';

export async function changeSettings(
	{ store, clock }: Pick<Services, 'store' | 'clock'>,
	caller: MachineCaller,
	changes: Record<string, unknown>
): Promise<Result<Settings>> {
	return writeSettings({ store }, changes, ({ audit }) =>
		recordChange({ clock, audit }, caller, 'Management.Settings.Update')
	);
}
