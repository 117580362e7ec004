// What people may see and change of their own account, at `/account` and through the account API.
import { z } from 'zod';

/** `Off` hides a field, `ReadOnly` shows it. */
export const fieldControl = z.enum(['Off', 'ReadOnly', 'Edit']);
export type FieldControl = z.infer<typeof fieldControl>;

/** Logto's names. */
export const accountFields = z.strictObject({
	name: fieldControl.default('Edit'),
	avatar: fieldControl.default('Edit'),
	profile: fieldControl.default('Edit'),
	email: fieldControl.default('Edit'),
	phone: fieldControl.default('Edit'),
	password: fieldControl.default('Edit'),
	username: fieldControl.default('Edit'),
	social: fieldControl.default('Off'),
	/** Whatever applications keep with the account: theirs to change, unless said otherwise. */
	customData: fieldControl.default('Off'),
	mfa: fieldControl.default('Edit'),
	passkey: fieldControl.default('Edit'),
	session: fieldControl.default('Edit'),
	/** Browsers that are asked for no second factor. They are trusted where people sign in, and distrusted here. */
	trustedDevice: fieldControl.default('Edit')
});
export type AccountField = keyof z.infer<typeof accountFields>;

const webAddress = z.url({ protocol: /^https?$/ }).max(2048);

export const accountCenterSetting = z.strictObject({
	enabled: z.boolean().default(true),
	fields: accountFields.prefault({}),
	/** Other origins whose pages may use this installation's passkeys: `/.well-known/webauthn` names them. */
	webauthnRelatedOrigins: z
		.array(z.string().max(256).refine(isSecureOrigin, 'is an origin: https, without a path or a slash at its end'))
		.max(16)
		.default([]),
	/** Where accounts are deleted, if not here. */
	deleteAccountUrl: webAddress.nullable().default(null),
	/** Which custom profile fields the page shows, in this order; null for those that sign-up asks for. */
	profileFields: z
		.array(z.strictObject({ name: z.string().min(1).max(128) }))
		.max(100)
		.nullable()
		.default(null)
});

/** Compared as it is with what browsers say. Plain http is a browser's own machine. */
function isSecureOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { origin, protocol, hostname } = new URL(text);
	return origin === text && (protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost'));
}
