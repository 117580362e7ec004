// What people call an application that they sign in to.
import { accountClientId } from '../../contract/account/access.ts';
import { consoleName } from '../../contract/console.ts';
import { isConsole } from '../core/rules/console.ts';
import type { Application, Services, Settings } from './ports.ts';

export function nameOfApplication(id: string, known: Application | undefined, { branding }: Settings): string {
	if (isConsole(id)) return consoleName;
	// The account page is the service's own.
	if (id === accountClientId) return branding.name ?? id;
	return known?.name ?? id;
}

export async function nameApplication(
	{ store, settings }: Pick<Services, 'store' | 'settings'>,
	id: string
): Promise<string> {
	return nameOfApplication(id, await store.applications.find(id), await settings());
}
