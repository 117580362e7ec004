// What the settings have been, a page at a time, with the names of whoever made it so.
import type { SettingsVersionAnswer } from '../contract/settings-draft.ts';
import type { Manage } from './api.ts';
import { readNames, type Names } from './names.ts';

export type Versions = { versions: SettingsVersionAnswer[]; total: number; names: Names };

export async function readVersions(api: Manage, page: number): Promise<Versions> {
	const { value, total } = await api.list<SettingsVersionAnswer[]>(`sign-in-exp/versions?page=${page}`);
	const names = await readNames(
		api,
		value.map(({ userId }) => userId)
	);
	return { versions: value, total, names };
}
