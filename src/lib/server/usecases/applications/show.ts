// An application as the management API shows it: Logto's object, without its secrets.
import type { ApplicationAnswer, ApplicationSecretAnswer } from '../../../contract/applications.ts';
import type { Application, ApplicationSecret } from '../ports.ts';

export function showApplication(application: Application): ApplicationAnswer {
	const { id, name, description, type, redirectUris, postLogoutRedirectUris } = application;
	return {
		tenantId: 'default',
		id,
		name,
		description: description ?? null,
		type,
		oidcClientMetadata: { redirectUris, postLogoutRedirectUris },
		customClientMetadata: application.customClientMetadata,
		protectedAppMetadata: null,
		customData: application.customData,
		isThirdParty: application.isThirdParty,
		mayManage: application.mayManage ?? false,
		createdAt: application.createdAt
	};
}

export function showSecret(
	applicationId: string,
	{ name, value, createdAt, expiresAt }: ApplicationSecret
): ApplicationSecretAnswer {
	return { tenantId: 'default', applicationId, name, value, createdAt, expiresAt: expiresAt ?? null };
}

/** Enough to tell two apart, too little to try the rest. */
export function maskSecret(secret: ApplicationSecret): ApplicationSecret {
	return { ...secret, value: `${'*'.repeat(8)}${secret.value.slice(-4)}` };
}
