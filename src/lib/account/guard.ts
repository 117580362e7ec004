// Pages that the settings close are not there; pages of what may only be read lead back to it.
import { error, redirect } from '@sveltejs/kit';
import type { AccountField } from '../contract/settings/account-center.ts';
import type { AccountApi } from './api.ts';
import { parentOf } from './address.ts';

/** Whether what is shown may be changed. */
export async function openField(api: AccountApi, field: AccountField): Promise<{ isFixed: boolean }> {
	const { fields } = await api.center();
	if (fields[field] === 'Off') error(404);
	return { isFixed: fields[field] === 'ReadOnly' };
}

export async function needEditable(api: AccountApi, field: AccountField, url: URL): Promise<void> {
	if ((await openField(api, field)).isFixed) redirect(303, parentOf(url.pathname) ?? '/account');
}
