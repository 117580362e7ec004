// Changes the sign-in experience: the named fields only, and never into something that promises what does not work.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { settings as schema, type Settings } from '../../contract/settings.ts';
import { settingsRules } from '../core/rules/settings/all-rules.ts';
import { findFlaws, firstNewFlaw, type Facts } from '../core/rules/settings/rule.ts';
import { readChannels } from './read-channels.ts';
import type { Services, StoreScope } from './ports.ts';

/** `also` is written with the change, in one transaction. */
export async function writeSettings(
	{ store }: Pick<Services, 'store'>,
	changes: unknown,
	also: (scope: StoreScope) => Promise<void> = async () => {}
): Promise<Result<Settings>> {
	const channels = await readChannels(store);
	let folds = false;
	const written = await store.settings.change(async (before, scope) => {
		folds = isFolding(before, changes);
		const usernameConflicts = folds ? await scope.usernames.fold() : undefined;
		const decided = decideSettings(before, changes, { channels, usernameConflicts });
		if (decided.ok) await also(scope);
		return decided;
	});
	// Somebody may have registered by the old policy until this moment.
	if (written.ok && folds) await store.usernames.fold();
	return written;
}

/** What the settings become, or why they stay. */
export function decideSettings(before: Settings, changes: unknown, facts: Omit<Facts, 'changed'>): Result<Settings> {
	if (!isObject(changes)) return invalid('settings', 'must be a JSON object');
	const unknown = Object.keys(changes).find((name) => !Object.hasOwn(schema.shape, name));
	if (unknown !== undefined) return invalid(unknown, 'is not a setting');
	const parsed = schema.safeParse(merge(before, changes));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		return invalid(issue?.path.join('.') ?? 'settings', issue?.message ?? 'is not acceptable');
	}
	const changed = new Set(Object.keys(changes).filter((name) => !isSame(name as keyof Settings, before, parsed.data)));
	const older = findFlaws(settingsRules, before, { channels: facts.channels, changed });
	const flaw = firstNewFlaw(older, findFlaws(settingsRules, parsed.data, { ...facts, changed }), changed);
	return flaw ? { ok: false, problem: flaw } : ok(parsed.data);
}

/** A file of all settings names what stays, too. */
function isSame(name: keyof Settings, before: Settings, after: Settings): boolean {
	return JSON.stringify(before[name]) === JSON.stringify(after[name]);
}

/** Case is asked to stop making a difference. */
function isFolding({ usernamePolicy }: Settings, changes: unknown): boolean {
	const policy = isObject(changes) ? changes.usernamePolicy : undefined;
	return usernamePolicy.caseSensitive && isObject(policy) && policy.caseSensitive === false;
}

/** Objects are merged one level deep, as a PATCH of the settings does; lists are replaced. */
function merge(before: Settings, changes: Record<string, unknown>): Record<string, unknown> {
	const after: Record<string, unknown> = { ...before };
	for (const [name, value] of Object.entries(changes)) {
		const old = after[name];
		after[name] = isObject(old) && isObject(value) && isMerged(name) ? { ...old, ...value } : value;
	}
	return after;
}

/** Content is keyed by path: merged, a path could never be taken out again. */
function isMerged(name: string): boolean {
	return name !== 'customContent';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(field: string, detail: string) {
	return refuse('guard.invalid_input', { data: { field, detail } });
}
