// The brand that is being prepared, as the management API tells it: to administrators, and to nobody else.
import { error } from '@sveltejs/kit';
import type { SettingsDraftAnswer } from '$lib/contract/settings-draft.ts';
import { manage } from '$lib/console/api.ts';
import type { ConsoleEvent } from '$lib/console/session.ts';
import { brandOfSettings, type Brand } from '$lib/studio/brands.ts';

export type DraftBrand = { brand: Brand; customCss: string | null };

/** For everybody else there is no such page. A cookie alone is not enough: the API looks who its token belongs to. */
export async function readDraftBrand(event: ConsoleEvent): Promise<DraftBrand> {
	const api = manage(event, () => error(404));
	const { settings } = await api.get<SettingsDraftAnswer>('sign-in-exp/draft');
	return { brand: brandOfSettings(settings), customCss: settings.customCss };
}
