// POST /api/sign-in-exp/publish: people meet the draft from now on.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { MachineCaller, Services } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { writeSettings } from '../write-settings.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids'>;

/** Refused where there is no draft, where a rule is broken, and where the draft was changed meanwhile. */
export async function publishDraft(services: Needs, caller: MachineCaller): Promise<Result<Settings>> {
	const { store, clock } = services;
	const draft = await store.settingsVersions.readDraft();
	if (!draft) return refuse('entity.not_found', { data: { id: 'draft' } });
	const cause = { kind: 'publish' as const, applicationId: caller.applicationId };
	return writeSettings(services, draft.changes, cause, async ({ settingsVersions, audit }) => {
		if (!(await settingsVersions.removeDraft(draft.updatedAt))) return refuse('session.busy');
		await recordChange({ clock, audit }, caller, 'Management.Settings.Publish');
		return ok();
	});
}
