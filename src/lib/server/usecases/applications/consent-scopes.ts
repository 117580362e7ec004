// What a third party may ask people for. Ours may ask for everything, so they have no list.
import type { UserConsentScopes, UserConsentScopesAnswer } from '../../../contract/applications.ts';
import { consentScopes, defaultConsentScopes, type ConsentScope } from '../../../contract/consent.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Application, MachineCaller, Services } from '../ports.ts';
import { changeRecorded } from '../record-change.ts';
import { unknownApplication } from './unknown.ts';

type Needs = Pick<Services, 'store' | 'clock'>;

/** Part of the protocol rather than of the person; Logto does not list them either. */
const ofProtocol: ConsentScope[] = ['openid', 'offline_access'];

export async function readConsentScopes(
	{ store }: Pick<Services, 'store'>,
	id: string
): Promise<Result<UserConsentScopesAnswer>> {
	const application = await store.applications.find(id);
	return application ? ok(show(scopesOf(application))) : unknownApplication(id);
}

/** Adds to what is there. */
export function addConsentScopes(
	services: Needs,
	caller: MachineCaller,
	id: string,
	{ userScopes = [] }: UserConsentScopes
): Promise<Result<UserConsentScopesAnswer>> {
	const unknown = userScopes.find((scope) => !isConsentScope(scope));
	if (unknown !== undefined) {
		const data = { field: 'userScopes', detail: `"${unknown}" is none of ${consentScopes.join(' ')}` };
		return Promise.resolve(refuse('guard.invalid_input', { data }));
	}
	return change(services, caller, id, (scopes) => [...new Set([...scopes, ...userScopes.filter(isConsentScope)])]);
}

export async function dropConsentScope(
	services: Needs,
	caller: MachineCaller,
	{ id, type, scope }: { id: string; type: string; scope: string }
): Promise<Result<undefined>> {
	const isKnown = type === 'user-scopes' && isConsentScope(scope) && !ofProtocol.includes(scope);
	if (!isKnown) return refuse('entity.not_found', { data: { id: scope } });
	const changed = await change(services, caller, id, (scopes) => scopes.filter((known) => known !== scope));
	return changed.ok ? ok() : changed;
}

function change(
	services: Needs,
	caller: MachineCaller,
	id: string,
	decide: (scopes: ConsentScope[]) => ConsentScope[]
): Promise<Result<UserConsentScopesAnswer>> {
	return changeRecorded(services, caller, 'Management.Application.ConsentScopes', async ({ applications }) => {
		const changed = await applications.change(id, (application) => {
			if (!application.isThirdParty) return refuse('application.third_party_application_only');
			const scopes = decide(scopesOf(application));
			return ok({ ...application, thirdParty: { ...application.thirdParty, scopes } });
		});
		if (!changed) return unknownApplication(id);
		return changed.ok ? ok(show(scopesOf(changed.value))) : changed;
	});
}

function scopesOf({ isThirdParty, thirdParty }: Application): ConsentScope[] {
	return isThirdParty ? (thirdParty?.scopes ?? defaultConsentScopes) : [];
}

function isConsentScope(scope: string): scope is ConsentScope {
	return (consentScopes as readonly string[]).includes(scope);
}

function show(scopes: ConsentScope[]): UserConsentScopesAnswer {
	return {
		userScopes: scopes.filter((scope) => !ofProtocol.includes(scope)),
		organizationScopes: [],
		resourceScopes: [],
		organizationResourceScopes: []
	};
}
