// Consent: what a third party may ask people for, and the wire shapes of GET and POST /api/interaction/consent.
import { z } from 'zod';

/** Every scope that a third party may have. */
export const consentScopes = [
	'openid',
	'profile',
	'email',
	'phone',
	'offline_access',
	'address',
	'custom_data',
	'identities',
	'roles',
	'urn:logto:scope:organizations',
	'urn:logto:scope:organization_roles'
] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** What a third party may ask for unless it is registered with others. */
export const defaultConsentScopes: ConsentScope[] = ['openid', 'profile', 'email', 'phone', 'offline_access'];

const text = z.string().optional();

/**
 * GET /api/interaction/consent. Ours beside the contract: `scopes` is all that is granted by agreeing, `version` stands
 * for everything that this answer shows.
 */
export const consentAnswer = z.object({
	application: z.object({ id: z.string(), name: z.string(), privacyPolicyUrl: text, termsOfUseUrl: text }),
	user: z.object({
		id: z.string(),
		name: z.string().nullable(),
		avatar: z.string().nullable(),
		username: z.string().nullable(),
		primaryEmail: z.string().nullable(),
		primaryPhone: z.string().nullable()
	}),
	missingOIDCScope: z.array(z.string()).optional(),
	redirectUri: z.string(),
	scopes: z.array(z.string()),
	version: z.string()
});
export type ConsentAnswer = z.infer<typeof consentAnswer>;

/**
 * POST /api/interaction/consent. Ours: `deny`, and `version`, which refuses to agree to anything but what was shown.
 * Logto's pages send neither. There are no organizations to choose from.
 */
export const consentBody = z.object({
	organizationIds: z.array(z.string()).max(0).optional(),
	version: z.string().max(64).optional(),
	deny: z.boolean().optional()
});
export const consentedAnswer = z.object({ redirectTo: z.string() });
