// What is wrong with an application's name and addresses, and in which field.
import { refuse } from '../../../contract/result.ts';
import type { Application } from '../ports.ts';
import { findRedirectUriFlaw } from './redirect-uri.ts';

type Described = Pick<Application, 'name' | 'type' | 'redirectUris' | 'postLogoutRedirectUris' | 'mayManage'>;

/** Undefined when there is nothing to refuse. */
export function findApplicationFlaw(application: Described, demo: boolean) {
	const { name, type, redirectUris } = application;
	if (!name.trim() || name.length > 128) return invalid('name');
	if (type === 'MachineToMachine' && redirectUris.length > 0) return invalid('redirectUris', { flaw: 'not-used' });
	if (application.mayManage && type !== 'MachineToMachine') {
		return invalid('management', { detail: 'is for a MachineToMachine application' });
	}
	for (const field of ['redirectUris', 'postLogoutRedirectUris'] as const) {
		for (const uri of application[field]) {
			const flaw = findRedirectUriFlaw(uri, type, demo);
			if (flaw) return invalid(field, { uri, flaw });
		}
	}
	return undefined;
}

function invalid(field: string, more: Record<string, unknown> = {}) {
	return refuse('guard.invalid_input', { data: { field, ...more } });
}
