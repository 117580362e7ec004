// The settings at the word of whoever manages Foyer: a version and a line of the log say who it was, and what became.
import { ok, type Result } from '../../contract/result.ts';
import type { Settings } from '../../contract/settings.ts';
import type { MachineCaller, Services, SettingsVersion, StoreScope } from './ports.ts';
import { recordChange } from './record-change.ts';
import { writeSettings, type Follow } from './write-settings.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids'>;

type Change = {
	wanted: Record<string, unknown> | Follow;
	kind?: SettingsVersion['kind'];
	/** In the log, too: the version that was gone back to. */
	details?: Record<string, unknown>;
	/** Written with it; a refusal leaves everything as it was. */
	also?(scope: StoreScope): Promise<Result<unknown>>;
};

const keyOf = {
	change: 'Management.Settings.Update',
	publish: 'Management.Settings.Publish',
	restore: 'Management.Settings.Restore'
} as const;

export async function changeSettings(
	services: Needs,
	caller: MachineCaller,
	{ wanted, kind = 'change', details, also = async () => ok() }: Change & { kind?: keyof typeof keyOf }
): Promise<Result<Settings>> {
	const cause = { kind, applicationId: caller.applicationId, userId: caller.actorId };
	return writeSettings(services, wanted, cause, async (scope, { id, fields }) => {
		const more = await also(scope);
		if (!more.ok) return more;
		const told = { ...details, version: id, fields };
		await recordChange({ clock: services.clock, audit: scope.audit }, caller, keyOf[kind], { details: told });
		return ok();
	});
}
