// Changes the sign-in experience: the named fields only, and never into something that promises what does not work.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { settings as schema, type Settings } from '../../contract/settings.ts';
import { settingsRules } from '../core/rules/settings/all-rules.ts';
import { findFlaws, newFlaws, type Facts } from '../core/rules/settings/rule.ts';
import { readChannels } from './read-channels.ts';
import type { Services, SettingsVersion, StoreScope } from './ports.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids'>;

/** What is written with the change, in one transaction; it may still refuse, and nothing has happened then. */
type Also = (scope: StoreScope, version: SettingsVersion) => Promise<Result<unknown>>;

/** Whose word it was, and what it was; at the command line nobody is known. */
type Cause = Pick<SettingsVersion, 'kind' | 'applicationId' | 'userId'>;

/** Drafts, versions and exports hold their settings whole: merged, what they do not have could never go. */
function isWhole({ kind }: Cause, changes: unknown): boolean {
	const namesAll = isObject(changes) && Object.keys(schema.shape).every((name) => Object.hasOwn(changes, name));
	return kind === 'publish' || kind === 'restore' || namesAll;
}

/** How what is to change follows from what is stored. */
export type Follow = (before: Settings) => Result<Partial<Settings>>;

export async function writeSettings(
	{ store, clock, ids }: Needs,
	wanted: unknown | Follow,
	cause: Cause = { kind: 'change' },
	also: Also = async () => ok()
): Promise<Result<Settings>> {
	const channels = await readChannels(store);
	let folds = false;
	const written = await store.settings.change(async (before, scope) => {
		const given = typeof wanted === 'function' ? (wanted as Follow)(before) : ok(wanted);
		if (!given.ok) return given;
		const changes = given.value;
		folds = isFolding(before, changes);
		const usernameConflicts = folds ? await scope.usernames.fold() : undefined;
		const decided = decideSettings(before, changes, { channels, usernameConflicts }, isWhole(cause, changes));
		if (!decided.ok) return decided;
		const version = await keepVersions({ clock, ids }, scope, { before, after: decided.value, cause });
		const more = await also(scope, version);
		return more.ok ? decided : more;
	});
	// Somebody may have registered by the old policy until this moment.
	if (written.ok && folds) await store.usernames.fold();
	return written;
}

/** The first change also keeps what was there before it, or there were no way back. */
async function keepVersions(
	{ clock, ids }: Pick<Services, 'clock' | 'ids'>,
	{ settingsVersions }: StoreScope,
	{ before, after, cause }: { before: Settings; after: Settings; cause: Cause }
): Promise<SettingsVersion> {
	const createdAt = clock.now();
	if ((await settingsVersions.count()) === 0) {
		const initial = { kind: 'initial' as const, fields: [], settings: before, createdAt: createdAt - 1 };
		await settingsVersions.append({ id: ids.id(), ...initial });
	}
	const fields = differingFields(before, after);
	const version = { id: ids.id(), ...cause, fields, settings: after, createdAt };
	await settingsVersions.append(version);
	return version;
}

/** Names of the settings that are not the same. */
export function differingFields(before: Settings, after: Settings): (keyof Settings)[] {
	return (Object.keys(after) as (keyof Settings)[]).filter((name) => !isSame(name, before, after));
}

/** What the settings become, or why they stay. `isWhole`: objects are replaced, not merged. */
export function decideSettings(
	before: Settings,
	changes: unknown,
	facts: Omit<Facts, 'changed'>,
	isWhole = false
): Result<Settings> {
	const parsed = parseChanges(before, changes, isWhole);
	if (!parsed.ok) return parsed;
	const changed = new Set(isObject(changes) ? Object.keys(changes) : []);
	for (const name of changed) if (isSame(name as keyof Settings, before, parsed.value)) changed.delete(name);
	const older = findFlaws(settingsRules, before, { channels: facts.channels, changed });
	const [flaw] = newFlaws(older, findFlaws(settingsRules, parsed.value, { ...facts, changed }), changed);
	return flaw ? { ok: false, problem: flaw } : parsed;
}

/** What the settings would be, if each of them alone is acceptable. Every one that is not is named in `data.issues`. */
export function parseChanges(before: Settings, changes: unknown, isWhole = false): Result<Settings> {
	if (!isObject(changes)) return invalid('settings', 'must be a JSON object');
	const unknown = Object.keys(changes).find((name) => !Object.hasOwn(schema.shape, name));
	if (unknown !== undefined) return invalid(unknown, 'is not a setting');
	const parsed = schema.safeParse(isWhole ? { ...before, ...changes } : merge(before, changes));
	if (parsed.success) return ok(parsed.data);
	const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
	return invalid(issues[0]?.path ?? 'settings', issues[0]?.message ?? 'is not acceptable', issues);
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
		after[name] = isObject(old) && isObject(value) && isMerged(name) ? mergeObject(old, value) : value;
	}
	return after;
}

/** As RFC 7396 has it, null takes a part away: there is no other word for a logo that is no more. */
function mergeObject(before: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
}

/** Content is keyed by path: merged, a path could never be taken out again. */
function isMerged(name: string): boolean {
	return name !== 'customContent';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(field: string, detail: string, issues?: { path: string; message: string }[]) {
	return refuse('guard.invalid_input', { data: { field, detail, ...(issues && { issues }) } });
}
