// Looks at applications: a page of them, or one.
import type { ApplicationAnswer, ApplicationQuery } from '../../../contract/applications.ts';
import { toLimits, type Page } from '../../../contract/page.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { Application, Services } from '../ports.ts';
import { showApplication } from './show.ts';
import { unknownApplication } from './unknown.ts';

type Needs = Pick<Services, 'store'>;

/** An installation has dozens at most: they are picked from here, not by the database. */
export async function listApplications(
	{ store }: Needs,
	query: ApplicationQuery
): Promise<Result<Page<ApplicationAnswer>>> {
	const { limit, offset } = toLimits(query);
	const found = (await store.applications.list()).filter((application) => isWanted(application, query));
	return ok({ items: found.slice(offset, offset + limit).map(showApplication), total: found.length });
}

export async function readApplication({ store }: Needs, id: string): Promise<Result<ApplicationAnswer>> {
	const application = await store.applications.find(id);
	return application ? ok(showApplication(application)) : unknownApplication(id);
}

function isWanted({ id, name, type, isThirdParty }: Application, query: ApplicationQuery): boolean {
	const search = query.search?.replace(/^%|%$/g, '').toLowerCase() ?? '';
	return (
		(query.types?.includes(type) ?? true) &&
		(query.isThirdParty === undefined || isThirdParty === (query.isThirdParty === 'true')) &&
		(id === search || name.toLowerCase().includes(search))
	);
}
