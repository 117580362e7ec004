// Registers an application that may send its users here to sign in.
import { ok, type Result } from '../../contract/result.ts';
import { findApplicationFlaw } from './application-flaw.ts';
import type { Application, ApplicationType, Services } from './ports.ts';
import { readThirdParty, type ThirdPartyWishes } from './read-third-party.ts';

export type NewApplication = {
	name: string;
	type: ApplicationType;
	description?: string;
	redirectUris: string[];
	postLogoutRedirectUris: string[];
	customClientMetadata?: Record<string, unknown>;
	isThirdParty?: boolean;
	mayManage?: boolean;
} & ThirdPartyWishes;

/** The answer holds the secret of a confidential application. */
export async function createApplication(
	services: Pick<Services, 'store' | 'ids' | 'clock' | 'demo'>,
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
		secret: isConfidential(type) ? services.ids.secret() : undefined,
		redirectUris,
		postLogoutRedirectUris,
		customClientMetadata: wanted.customClientMetadata ?? {},
		isThirdParty: wanted.isThirdParty ?? false,
		thirdParty: thirdParty.value,
		mayManage: wanted.mayManage,
		createdAt: services.clock.now()
	};
	await services.store.applications.insert(application);
	return ok(application);
}

function isConfidential(type: ApplicationType): boolean {
	return type === 'Traditional' || type === 'MachineToMachine';
}
