// A draft of the settings as administrators see it: what it would change, and what keeps it from being published.
import type {
	Difference,
	DraftProblem,
	SettingsDraftAnswer,
	SettingsProblem
} from '../../../contract/settings-draft.ts';
import type { Settings } from '../../../contract/settings.ts';
import { settingsRules } from '../../core/rules/settings/all-rules.ts';
import { findFlaws, newFlaws, type Flaw } from '../../core/rules/settings/rule.ts';
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
		problems: problemsOf(live, settings, channels, say),
		applicationId: draft?.applicationId ?? null,
		userId: draft?.userId ?? null,
		updatedAt: draft?.updatedAt ?? null
	};
}

export function diffOf(before: Settings, after: Settings): Difference[] {
	return differingFields(before, after).map((field) => ({ field, before: before[field], after: after[field] }));
}

/** Everything at once: a form shows each beside its field. */
function problemsOf(live: Settings, settings: Settings, channels: Channels, say: SayProblem): DraftProblem[] {
	const facts = { channels, changed: new Set<string>(differingFields(live, settings)) };
	const flaws = findFlaws(settingsRules, settings, facts);
	const blocking = newFlaws(findFlaws(settingsRules, live, facts), flaws, facts.changed);
	return flaws.map((flaw) => ({ ...showFlaw(flaw, say), blocks: blocking.includes(flaw) }));
}

export function showFlaw({ code, data }: Flaw, say: SayProblem): SettingsProblem {
	const { field, detail, flaw, line, column } = data as Flaw['data'] & { line?: number; column?: number };
	return { code, message: say(code), field, detail, flaw, line, column };
}
