// The draft of the settings: read, replaced, thrown away. People who sign in never meet it.
import type { SettingsDraftAnswer } from '../../../contract/settings-draft.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { MachineCaller, Services } from '../ports.ts';
import { readChannels } from '../read-channels.ts';
import { changeRecorded } from '../record-change.ts';
import { differingFields, parseChanges } from '../write-settings.ts';
import { showDraft, type SayProblem } from './show.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'settings'>;

export async function readDraft({ store, settings }: Needs, say: SayProblem): Promise<Result<SettingsDraftAnswer>> {
	const [live, draft, channels] = await Promise.all([
		settings(),
		store.settingsVersions.readDraft(),
		readChannels(store)
	]);
	return ok(showDraft(live, draft, channels, say));
}

/** A draft may break rules, which its answer lists; a value that is none of its setting's is refused. */
export async function writeDraft(
	services: Needs,
	caller: MachineCaller,
	changes: Record<string, unknown>,
	say: SayProblem
): Promise<Result<SettingsDraftAnswer>> {
	const { store, clock } = services;
	const [live, channels] = await Promise.all([services.settings(), readChannels(store)]);
	const parsed = parseChanges(live, changes);
	if (!parsed.ok) return parsed;
	// What is as it is in force is not the draft's: somebody else may change it meanwhile.
	const differing = differingFields(live, parsed.value);
	const named = Object.fromEntries(differing.map((name) => [name, parsed.value[name]]));
	const draft = { changes: named, applicationId: caller.applicationId, updatedAt: clock.now() };
	return changeRecorded(services, caller, 'Management.Settings.Draft', async (scope) => {
		await scope.settingsVersions.writeDraft(draft);
		return ok(showDraft(live, draft, channels, say));
	});
}

export function dropDraft(services: Needs, caller: MachineCaller): Promise<Result<undefined>> {
	return changeRecorded(services, caller, 'Management.Settings.Draft', async (scope) => {
		await scope.settingsVersions.removeDraft();
		return ok();
	});
}
