// Applications as the management API shows them.
export const applicationTypes = ['Traditional', 'SPA', 'Native', 'MachineToMachine'] as const;
export type ApplicationType = (typeof applicationTypes)[number];

export type Application = {
	id: string;
	name: string;
	description: string | null;
	type: ApplicationType;
	oidcClientMetadata: { redirectUris: string[]; postLogoutRedirectUris: string[] };
	isThirdParty: boolean;
	createdAt: number;
};

/** `value` is whole in the answer that makes it; later all but its end is hidden. */
export type ApplicationSecret = { name: string; value: string; createdAt: number; expiresAt: number | null };

/** Which types keep a secret. */
export function isConfidential(type: ApplicationType): boolean {
	return type === 'Traditional' || type === 'MachineToMachine';
}
