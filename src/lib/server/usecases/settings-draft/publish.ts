// POST /api/sign-in-exp/publish: people meet the draft from now on.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { SeenDraft } from '../../../contract/settings-draft.ts';
import type { Settings } from '../../../contract/settings.ts';
import { changeSettings } from '../change-settings.ts';
import type { MachineCaller, Services } from '../ports.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids'>;

/** Refused where there is no draft, where a rule is broken, and where it is another one than was looked at. */
export async function publishDraft(
	services: Needs,
	caller: MachineCaller,
	{ updatedAt: seen }: SeenDraft
): Promise<Result<Settings>> {
	const draft = await services.store.settingsVersions.readDraft();
	if (!draft) return refuse('entity.not_found', { data: { id: 'draft' } });
	if (seen !== undefined && seen !== draft.updatedAt) return refuse('sign_in_experiences.draft_changed');
	return changeSettings(services, caller, {
		wanted: draft.changes,
		kind: 'publish',
		async also({ settingsVersions }) {
			const isStillThat = await settingsVersions.removeDraft(draft.updatedAt);
			return isStillThat ? ok() : refuse('sign_in_experiences.draft_changed');
		}
	});
}
