// Applications in the management API: Logto's objects. A secret is told once, by the answer that makes it.
import { z } from 'zod';
import { applicationTypes } from './application-types.ts';
import { pageQuery } from './page.ts';
import { applicationExperience } from './settings/application-experience.ts';

const applicationType = z.enum(applicationTypes);

/** No control characters: PostgreSQL keeps no NUL, and nobody has a line break in a name. */
const line = (longest: number) =>
	z
		.string()
		.max(longest)
		.regex(/^\P{Cc}*$/u);
const uris = z.array(line(2048)).max(100);
const customData = z.record(z.string(), z.unknown());

/** Whether an address is acceptable for the type of application is the use case's to say. */
const oidcClientMetadata = z.strictObject({ redirectUris: uris, postLogoutRedirectUris: uris });
/** What Logto has besides these is refused rather than kept in vain. */
const customClientMetadata = z.strictObject({
	corsAllowedOrigins: z
		.array(z.url({ protocol: /^https?$/ }).refine((text) => new URL(text).origin === text, 'must be an origin'))
		.max(100)
		.optional(),
	idTokenTtl: z.int().min(60).max(86_400).optional(),
	refreshTokenTtlInDays: z.int().min(1).max(180).optional(),
	rotateRefreshToken: z.boolean().optional(),
	alwaysIssueRefreshToken: z.boolean().optional(),
	allowTokenExchange: z.literal(false).optional(),
	isDeviceFlow: z.literal(false).optional()
});

const changeable = {
	name: line(128).min(1),
	description: line(1024).nullable(),
	oidcClientMetadata: oidcClientMetadata.partial(),
	customClientMetadata,
	customData,
	/** Ours: a machine whose tokens open this API, all of it. */
	mayManage: z.boolean()
};

/** POST /api/applications */
export const newApplication = z.object({
	...z.object(changeable).partial().shape,
	name: changeable.name,
	type: applicationType,
	isThirdParty: z.boolean().optional()
});
export type NewApplicationBody = z.infer<typeof newApplication>;

/** PATCH /api/applications/:id: what is named; a list replaces the whole list. */
export const applicationChanges = z.object(changeable).partial();
export type ApplicationChangesBody = z.infer<typeof applicationChanges>;

const answer = {
	tenantId: z.literal('default'),
	id: z.string(),
	name: z.string(),
	description: z.string().nullable(),
	type: applicationType,
	oidcClientMetadata: z.object({ redirectUris: z.array(z.string()), postLogoutRedirectUris: z.array(z.string()) }),
	customClientMetadata: z.record(z.string(), z.unknown()),
	protectedAppMetadata: z.null(),
	customData,
	isThirdParty: z.boolean(),
	mayManage: z.boolean(),
	createdAt: z.number()
};
export const applicationAnswer = z.object(answer);
export type ApplicationAnswer = z.infer<typeof applicationAnswer>;
/** `secret` of confidential applications: this answer alone holds it. */
export const createdApplication = z.object({ ...answer, secret: z.string().optional() });
export type CreatedApplication = z.infer<typeof createdApplication>;

/** GET /api/applications. `types` may be given several times, as Logto's clients do, or once with commas. */
export const applicationQuery = z.strictObject({
	...pageQuery.shape,
	types: z
		.string()
		.transform((text) => text.split(','))
		.pipe(z.array(applicationType))
		.optional(),
	isThirdParty: z.enum(['true', 'false']).optional(),
	search: line(320).optional()
});
export type ApplicationQuery = z.infer<typeof applicationQuery>;

const secretName = line(256).min(1);
/** POST /api/applications/:id/secrets; `expiresAt` is in milliseconds. */
export const newApplicationSecret = z.object({ name: secretName, expiresAt: z.int().nullable().optional() });
export type NewApplicationSecret = z.infer<typeof newApplicationSecret>;
/** PATCH /api/applications/:id/secrets/:name */
export const renamedSecret = z.object({ name: secretName });
/** `value` is whole in the answer that makes it; later all but its end is stars. */
export const applicationSecretAnswer = z.object({
	tenantId: z.literal('default'),
	applicationId: z.string(),
	name: z.string(),
	value: z.string(),
	createdAt: z.number(),
	expiresAt: z.number().nullable()
});
export type ApplicationSecretAnswer = z.infer<typeof applicationSecretAnswer>;

/** GET and PUT /api/applications/:id/sign-in-experience; null is as good as absent. */
export const applicationExperienceBody = z.object({
	displayName: line(128).min(1).nullish(),
	color: applicationExperience.shape.color.or(z.strictObject({})).nullish(),
	branding: applicationExperience.shape.branding.nullish(),
	termsOfUseUrl: applicationExperience.shape.termsOfUseUrl,
	privacyPolicyUrl: applicationExperience.shape.privacyPolicyUrl,
	customCss: z.null().optional()
});
export type ApplicationExperienceBody = z.infer<typeof applicationExperienceBody>;
export const applicationExperienceAnswer = z.object({
	tenantId: z.literal('default'),
	applicationId: z.string(),
	displayName: z.string().nullable(),
	color: z.record(z.string(), z.unknown()),
	branding: z.record(z.string(), z.unknown()),
	termsOfUseUrl: z.string().nullable(),
	privacyPolicyUrl: z.string().nullable(),
	customCss: z.null()
});
export type ApplicationExperienceAnswer = z.infer<typeof applicationExperienceAnswer>;

/** Organizations and resources are not here, so their lists stay empty. */
const none = z.array(z.string()).max(0);
export const userConsentScopes = z.object({
	userScopes: z.array(line(128)).max(50).optional(),
	organizationScopes: none.optional(),
	resourceScopes: none.optional(),
	organizationResourceScopes: none.optional()
});
export type UserConsentScopes = z.infer<typeof userConsentScopes>;
export const userConsentScopesAnswer = z.object({
	userScopes: z.array(z.string()),
	organizationScopes: none,
	resourceScopes: none,
	organizationResourceScopes: none
});
export type UserConsentScopesAnswer = z.infer<typeof userConsentScopesAnswer>;
