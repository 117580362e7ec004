// What the settings have been, and the way back.
import { toLimits, type Page, type PageQuery } from '../../../contract/page.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { SettingsVersionAnswer, SettingsVersionDetail } from '../../../contract/settings-draft.ts';
import type { Settings } from '../../../contract/settings.ts';
import { changeSettings } from '../change-settings.ts';
import type { MachineCaller, Services, SettingsVersion } from '../ports.ts';
import { diffOf } from './show.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'settings'>;

/** Newest first: the first is what is in force, unless the command line has changed it. */
export async function listVersions(
	{ store }: Pick<Services, 'store'>,
	query: PageQuery
): Promise<Result<Page<SettingsVersionAnswer>>> {
	const [versions, total] = await Promise.all([
		store.settingsVersions.list(toLimits(query)),
		store.settingsVersions.count()
	]);
	return ok({ items: versions.map(show), total });
}

export async function readVersion(
	{ store, settings }: Pick<Needs, 'store' | 'settings'>,
	id: string
): Promise<Result<SettingsVersionDetail>> {
	const version = await store.settingsVersions.find(id);
	if (!version) return unknown(id);
	return ok({ ...show(version), settings: version.settings, diff: diffOf(await settings(), version.settings) });
}

/** Held to the rules of today: a connector that it needs may be gone. The draft stays. */
export async function restoreVersion(services: Needs, caller: MachineCaller, id: string): Promise<Result<Settings>> {
	const version = await services.store.settingsVersions.find(id);
	if (!version) return unknown(id);
	return changeSettings(services, caller, { wanted: version.settings, kind: 'restore', details: { restored: id } });
}

function show({ id, kind, fields, applicationId, userId, createdAt }: SettingsVersion): SettingsVersionAnswer {
	return { id, kind, fields, applicationId: applicationId ?? null, userId: userId ?? null, createdAt };
}

function unknown(id: string) {
	return refuse('entity.not_exists_with_id', { data: { id } });
}
