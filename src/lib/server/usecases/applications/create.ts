// Registers an application that may send its users here to sign in.
import { isConfidential } from '../../../contract/application-types.ts';
import { ok, type Result } from '../../../contract/result.ts';
import { findApplicationFlaw } from './flaw.ts';
import type { Application, ApplicationSecret, ApplicationType, Services, StoreScope } from '../ports.ts';
import { readThirdParty, type ThirdPartyWishes } from './third-party.ts';

export type NewApplication = {
	name: string;
	type: ApplicationType;
	description?: string;
	redirectUris: string[];
	postLogoutRedirectUris: string[];
	customClientMetadata?: Record<string, unknown>;
	customData?: Record<string, unknown>;
	isThirdParty?: boolean;
	mayManage?: boolean;
} & ThirdPartyWishes;

/** What the first secret of an application is called: Logto's name for it. */
export const defaultSecretName = 'Default secret';

/** The answer holds the secret of a confidential application. */
export async function createApplication(
	services: Pick<Services, 'ids' | 'clock' | 'demo'> & { store: Pick<StoreScope, 'applications'> },
	wanted: NewApplication
): Promise<Result<Application>> {
	const { name, type, redirectUris, postLogoutRedirectUris } = wanted;
	const flaw = findApplicationFlaw(wanted, services.demo);
	if (flaw) return flaw;
	const thirdParty = readThirdParty(wanted);
	if (!thirdParty.ok) return thirdParty;
	const application: Application = {
		// Letters and digits only: an id is typed on command lines and sent in Basic headers.
		id: services.ids.secret().slice(0, 21).toLowerCase(),
		name: name.trim(),
		description: wanted.description,
		type,
		secrets: isConfidential(type) ? [newSecret(services)] : [],
		redirectUris,
		postLogoutRedirectUris,
		customClientMetadata: wanted.customClientMetadata ?? {},
		customData: wanted.customData ?? {},
		isThirdParty: wanted.isThirdParty ?? false,
		thirdParty: thirdParty.value,
		mayManage: wanted.mayManage,
		createdAt: services.clock.now()
	};
	await services.store.applications.insert(application);
	return ok(application);
}

export function newSecret(
	{ ids, clock }: Pick<Services, 'ids' | 'clock'>,
	{ name = defaultSecretName, expiresAt }: { name?: string; expiresAt?: number } = {}
): ApplicationSecret {
	return { name, value: ids.secret(), createdAt: clock.now(), expiresAt };
}
