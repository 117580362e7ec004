// A draft of the settings as administrators see it: what it would change, and what keeps it from being published.
import type { Difference, DraftProblem, SettingsDraftAnswer } from '../../../contract/settings-draft.ts';
import type { Settings } from '../../../contract/settings.ts';
import { settingsRules } from '../../core/rules/settings/all-rules.ts';
import { findFlaws } from '../../core/rules/settings/rule.ts';
import type { Channels } from '../../core/rules/policy.ts';
import type { SettingsDraft } from '../ports.ts';
import { differingFields, parseChanges } from '../write-settings.ts';

export type SayProblem = (code: string) => string;

/** `live` is what is in force. A draft of an older release that no longer fits counts as empty. */
export function showDraft(
	live: Settings,
	draft: SettingsDraft | undefined,
	channels: Channels,
	say: SayProblem
): SettingsDraftAnswer {
	const parsed = parseChanges(live, draft?.changes ?? {}, true);
	const settings = parsed.ok ? parsed.value : live;
	const diff = diffOf(live, settings);
	return {
		settings,
		changes: parsed.ok ? (draft?.changes ?? {}) : {},
		diff,
		problems: problemsOf(settings, diff, channels, say),
		applicationId: draft?.applicationId ?? null,
		updatedAt: draft?.updatedAt ?? null
	};
}

export function diffOf(before: Settings, after: Settings): Difference[] {
	return differingFields(before, after).map((field) => ({ field, before: before[field], after: after[field] }));
}

/** Everything at once: a form shows each beside its field. */
function problemsOf(settings: Settings, diff: Difference[], channels: Channels, say: SayProblem): DraftProblem[] {
	const changed = new Set(diff.map(({ field }) => field));
	return findFlaws(settingsRules, settings, { channels, changed }).map(({ code, data }) => ({
		code,
		message: say(code),
		field: data.field,
		detail: data.detail
	}));
}
