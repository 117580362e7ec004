// Applications: what use cases need of their store.
import type { ConsentScope } from '../../../contract/consent.ts';
import type { ApplicationExperience } from '../../../contract/settings/application-experience.ts';

export type ApplicationType = 'Native' | 'SPA' | 'Traditional' | 'MachineToMachine';

export type Application = {
	id: string;
	name: string;
	description?: string;
	type: ApplicationType;
	/** Clear: the provider compares it (encrypted at rest). Undefined for public clients. */
	secret?: string;
	redirectUris: string[];
	postLogoutRedirectUris: string[];
	/** Logto's customClientMetadata: corsAllowedOrigins, idTokenTtl, refreshTokenTtlInDays, rotateRefreshToken, alwaysIssueRefreshToken. */
	customClientMetadata: Record<string, unknown>;
	isThirdParty: boolean;
	/** A machine whose tokens open the management API, all of it. Granted by an operator, by name. */
	mayManage?: boolean;
	/** Of a third party only; absent, it has the usual scopes and no links. */
	thirdParty?: ThirdParty;
	/** What pages show differently for it. */
	experience?: ApplicationExperience;
	createdAt: number;
};

/** What it may ask people for, and where it says what it does with it. */
export type ThirdParty = { scopes: ConsentScope[]; termsOfUseUrl?: string; privacyPolicyUrl?: string };

export type ApplicationStore = {
	find(id: string): Promise<Application | undefined>;
	insert(application: Application): Promise<void>;
	update(application: Application): Promise<boolean>;
	list(): Promise<Application[]>;
	remove(id: string): Promise<boolean>;
};
