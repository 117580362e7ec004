// Applications: what use cases need of their store.
import type { ApplicationType } from '../../../contract/application-types.ts';
import type { ConsentScope } from '../../../contract/consent.ts';
import type { Result } from '../../../contract/result.ts';
import type { ApplicationExperience } from '../../../contract/settings/application-experience.ts';

export type { ApplicationType };

/** Names are unique within an application. */
export type ApplicationSecret = {
	name: string;
	/** Clear: the provider compares it (encrypted at rest). */
	value: string;
	createdAt: number;
	/** Refused from this moment on; without one it lasts. */
	expiresAt?: number;
};

export type Application = {
	id: string;
	name: string;
	description?: string;
	type: ApplicationType;
	/** Any that has not expired is accepted; none for public clients. Oldest first. */
	secrets: ApplicationSecret[];
	redirectUris: string[];
	postLogoutRedirectUris: string[];
	/** Logto's customClientMetadata: corsAllowedOrigins, idTokenTtl, refreshTokenTtlInDays, rotateRefreshToken, alwaysIssueRefreshToken. */
	customClientMetadata: Record<string, unknown>;
	/** Whatever its owner keeps with it. */
	customData: Record<string, unknown>;
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
	/**
	 * Everything but its secrets, which have writes of their own. One change after another, each from what the one before
	 * has left; a refusal changes nothing. Undefined when there is no such application.
	 */
	change(id: string, decide: (before: Application) => Result<Application>): Promise<Result<Application> | undefined>;
	/** False when one of that name is there. */
	addSecret(id: string, secret: ApplicationSecret): Promise<boolean>;
	renameSecret(id: string, name: string, next: string): Promise<'renamed' | 'taken' | 'unknown'>;
	removeSecret(id: string, name: string): Promise<boolean>;
	/** Newest first. */
	list(): Promise<Application[]>;
	remove(id: string): Promise<boolean>;
};
