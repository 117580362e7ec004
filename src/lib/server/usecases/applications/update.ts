// Changes what an application is called, where it may send its users, whether it may manage. Its id, type and secrets stay.
import { ok, type Result } from '../../../contract/result.ts';
import { findApplicationFlaw } from './flaw.ts';
import type { Application, Services, StoreScope } from '../ports.ts';
import { unknownApplication } from './unknown.ts';

/** A list replaces the whole list; what is undefined stays as it is. */
export type ApplicationChanges = {
	[
		Field in
			| 'name'
			| 'description'
			| 'redirectUris'
			| 'postLogoutRedirectUris'
			| 'customClientMetadata'
			| 'customData'
			| 'mayManage'
	]?: Application[Field] | undefined;
};

export async function updateApplication(
	{ store, demo }: Pick<Services, 'demo'> & { store: Pick<StoreScope, 'applications'> },
	id: string,
	changes: ApplicationChanges
): Promise<Result<Application>> {
	const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
	const changed = await store.applications.change(id, (before) => {
		const after: Application = { ...before, ...given };
		return findApplicationFlaw(after, demo) ?? ok({ ...after, name: after.name.trim() });
	});
	return changed ?? unknownApplication(id);
}
