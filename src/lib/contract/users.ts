// Accounts in the management API: what is asked, and what is told. Never a password's digest.
import { z } from 'zod';
import { pageQuery } from './page.ts';
import { passwordAlgorithm } from './password-digest.ts';

/** No control characters: PostgreSQL keeps no NUL, and nobody has a line break in a name. */
const line = (longest: number) =>
	z
		.string()
		.max(longest)
		.regex(/^\P{Cc}*$/u);
const identifier = line(320).min(1);
const password = z.string().min(1).max(1024);
const address = z.strictObject({
	formatted: line(1024).optional(),
	streetAddress: line(256).optional(),
	locality: line(256).optional(),
	region: line(256).optional(),
	postalCode: line(64).optional(),
	country: line(128).optional()
});
/** OIDC Core §5.1 in our spelling. */
const profile = z.strictObject({
	familyName: line(256).optional(),
	givenName: line(256).optional(),
	middleName: line(256).optional(),
	nickname: line(256).optional(),
	preferredUsername: line(256).optional(),
	profile: line(2048).optional(),
	website: line(2048).optional(),
	gender: line(64).optional(),
	birthdate: line(64).optional(),
	zoneinfo: line(64).optional(),
	locale: line(64).optional(),
	address: address.optional()
});
const about = {
	name: line(128),
	avatar: z.url({ protocol: /^https?$/ }).max(2048),
	profile,
	customData: z.record(z.string(), z.unknown())
};

/** POST /api/users: a password, or the digest that another system kept of it, or neither. */
export const newUser = z
	.object({
		username: identifier,
		primaryEmail: identifier,
		primaryPhone: identifier,
		/** Ours: another system has made sure of it. Without it the contact is unproven. */
		isEmailVerified: z.boolean(),
		isPhoneVerified: z.boolean(),
		password,
		passwordDigest: line(4096).min(1),
		passwordAlgorithm,
		...about
	})
	.partial()
	.refine((user) => (user.passwordDigest === undefined) === (user.passwordAlgorithm === undefined), {
		message: 'passwordDigest and passwordAlgorithm belong together'
	});
export type NewUser = z.infer<typeof newUser>;

/** PATCH /api/users/:id: what is named; null takes away. `profile` and `customData` are replaced whole. */
export const userChanges = z
	.object({
		username: identifier.nullable(),
		primaryEmail: identifier.nullable(),
		primaryPhone: identifier.nullable(),
		...about,
		name: about.name.nullable(),
		avatar: about.avatar.nullable()
	})
	.partial();
export type UserChangesBody = z.infer<typeof userChanges>;

/** GET /api/users. A filter that is not known must not list everybody. */
export const userQuery = z.strictObject({
	...pageQuery.shape,
	/** A part of any identifier or of the name, or a whole id. */
	search: line(320).optional(),
	'search.id': line(320).optional(),
	'search.username': line(320).optional(),
	'search.name': line(320).optional(),
	'search.primaryEmail': line(320).optional(),
	'search.primaryPhone': line(320).optional(),
	/** Whether all of these must be found, or one; Logto's default is one. */
	joint: z.enum(['and', 'or']).optional()
});
export type UserQuery = z.infer<typeof userQuery>;

/** PATCH /api/users/:id/profile and /custom-data: what is named is merged in. */
export const profileChanges = profile.partial();
export const customDataChanges = z.record(z.string(), z.unknown());
export const profileAnswer = z.record(z.string(), z.unknown());

/** GET /api/users/:id/sessions: where the account is signed in. */
export const userSessions = z.object({
	sessions: z.array(
		z.object({
			id: z.string(),
			signedInAt: z.number().nullable(),
			expiresAt: z.number().nullable(),
			applications: z.array(z.object({ id: z.string(), name: z.string().nullable() }))
		})
	)
});
export type UserSessions = z.infer<typeof userSessions>;

/** GET /api/users/:id/grants: which applications the account was opened to, and for what. */
export const userGrants = z.object({
	grants: z.array(
		z.object({
			applicationId: z.string(),
			applicationName: z.string().nullable(),
			scopes: z.array(z.string()),
			since: z.number().nullable()
		})
	)
});
export type UserGrants = z.infer<typeof userGrants>;

export const passwordBody = z.object({ password });
export const passwordExpirationBody = z.object({ isExpired: z.boolean() });
/**
 * GET and PATCH /api/users/:id/logto-configs: what the account's owner decided about second factors. Two names for one
 * switch: `enabled: false` is `skipMfaOnSignIn: true`.
 */
export const ownChoices = z.object({
	mfa: z.object({
		enabled: z.boolean().optional(),
		skipped: z.boolean().optional(),
		skipMfaOnSignIn: z.boolean().optional()
	})
});
export type OwnChoices = z.infer<typeof ownChoices>;

/**
 * POST /api/users/:id/mfa-verifications. The key of an app may be brought along, as base32 of 128 bits at least; backup
 * codes are always made here, so that nobody chooses weak ones.
 */
export const addFactorBody = z.discriminatedUnion('type', [
	z.strictObject({
		type: z.literal('Totp'),
		secret: z
			.string()
			.regex(/^[A-Z2-7]{26,128}$/)
			.optional()
	}),
	z.strictObject({ type: z.literal('BackupCode') })
]);
export type AddFactorBody = z.infer<typeof addFactorBody>;
/** Shown once; `secretQrCode`: `data:image/svg+xml;base64,…`. */
export const addedFactor = z.discriminatedUnion('type', [
	z.object({ type: z.literal('Totp'), secret: z.string(), secretQrCode: z.string() }),
	z.object({ type: z.literal('BackupCode'), codes: z.array(z.string()) })
]);
export type AddedFactor = z.infer<typeof addedFactor>;

export const hasPasswordAnswer = z.object({ hasPassword: z.boolean() });
export const suspensionBody = z.object({ isSuspended: z.boolean() });

/** POST /api/sentinel-activities/delete: identifiers or ids of accounts that may try again at once. */
export const unlockBody = z.object({
	targetType: z.literal('User'),
	targets: z.array(identifier).min(1).max(100)
});

const moment = z.number();
export const userAnswer = z.object({
	id: z.string(),
	username: z.string().nullable(),
	primaryEmail: z.string().nullable(),
	primaryPhone: z.string().nullable(),
	name: z.string().nullable(),
	avatar: z.string().nullable(),
	customData: z.record(z.string(), z.unknown()),
	identities: z.record(z.string(), z.unknown()),
	profile: z.record(z.string(), z.unknown()),
	applicationId: z.string().nullable(),
	/** Ours: the documents that the person agreed to last. */
	agreedTerms: z
		.object({ termsOfUseUrl: z.string().nullable(), privacyPolicyUrl: z.string().nullable(), agreedAt: moment })
		.nullable(),
	isSuspended: z.boolean(),
	hasPassword: z.boolean(),
	lastSignInAt: moment.nullable(),
	createdAt: moment,
	updatedAt: moment
});
export type UserAnswer = z.infer<typeof userAnswer>;

/** POST /api/sign-in-exp/default/check-password */
export const checkPasswordBody = z.object({ password, userId: line(128).min(1).optional() });
export const acceptedPassword = z.object({ result: z.literal(true) });
export const rejectedPassword = z.object({
	result: z.literal(false),
	issues: z.array(z.object({ code: z.string(), interpolation: z.record(z.string(), z.number()).optional() }))
});
