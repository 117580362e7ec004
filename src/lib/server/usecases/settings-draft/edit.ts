// The draft of the settings: read, replaced, thrown away. People who sign in never meet it.
import type { SeenDraft, SettingsDraftAnswer } from '../../../contract/settings-draft.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { MachineCaller, Services, SettingsDraft } from '../ports.ts';
import { readChannels } from '../read-channels.ts';
import { changeRecorded, recordChange } from '../record-change.ts';
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

/**
 * A draft may break rules, which its answer lists; a value that is none of its setting's is refused, and so is one that
 * was made without having seen what somebody else has written meanwhile. The log says who begins, not every key.
 */
export async function writeDraft(
	{ store, clock, settings }: Needs,
	caller: MachineCaller,
	{ changes, seen }: { changes: Record<string, unknown>; seen: SeenDraft },
	say: SayProblem
): Promise<Result<SettingsDraftAnswer>> {
	const [live, channels, before] = await Promise.all([
		settings(),
		readChannels(store),
		store.settingsVersions.readDraft()
	]);
	const parsed = parseChanges(live, changes);
	if (!parsed.ok) return parsed;
	// What is as it is in force is not the draft's: somebody else may change it meanwhile.
	const differing = differingFields(live, parsed.value);
	const draft = {
		changes: Object.fromEntries(differing.map((name) => [name, parsed.value[name]])),
		applicationId: caller.applicationId,
		userId: caller.actorId,
		updatedAt: Math.max(clock.now(), (before?.updatedAt ?? 0) + 1)
	};
	return store.transaction(async ({ settingsVersions, audit }) => {
		if (!(await settingsVersions.writeDraft(draft, seen.updatedAt))) {
			return refuse('sign_in_experiences.draft_changed');
		}
		if (begins(draft, before)) await recordChange({ clock, audit }, caller, 'Management.Settings.Draft');
		return ok(showDraft(live, draft, channels, say));
	});
}

function begins(draft: SettingsDraft, before: SettingsDraft | undefined): boolean {
	if (!before || Object.keys(before.changes).length === 0) return Object.keys(draft.changes).length > 0;
	return before.userId !== draft.userId || before.applicationId !== draft.applicationId;
}

export function dropDraft(
	services: Needs,
	caller: MachineCaller,
	{ updatedAt: seen }: SeenDraft
): Promise<Result<undefined>> {
	return changeRecorded<undefined>(services, caller, 'Management.Settings.Draft.Delete', async (scope) => {
		const isGone = await scope.settingsVersions.removeDraft(seen);
		return isGone || seen === undefined ? ok() : refuse('sign_in_experiences.draft_changed');
	});
}
