// How the experience looks and speaks, and what it links to.
import { z } from 'zod';

const hexColour = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour like #0e6f60');
const longestAddress = 2048;

/** What pages may link to or send a browser to. Logto clears a link with an empty text as well as with null. */
export const webLink = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(longestAddress)]).nullable();
const link = webLink.default(null);

const address = z.union([
	z.literal(''),
	z.url({ protocol: /^https?$/ }).max(longestAddress),
	z
		.string()
		.regex(/^\/(?!\/)\S*$/)
		.max(longestAddress)
]);

/** A picture: a path on our own origin, or the picture itself, which every page then carries. */
const picture = z
	.union([
		address,
		z
			.string()
			.regex(/^data:image\/(?:png|jpeg|webp|gif|svg\+xml);base64,[A-Za-z0-9+/]+=*$/)
			.max(16_384)
	])
	.optional();

export const color = z.object({
	primaryColor: hexColour,
	isDarkModeEnabled: z.boolean(),
	darkPrimaryColor: hexColour
});

export const branding = z.object({
	/** Ours: what the service calls itself; an application's own `displayName` goes first. */
	name: z.string().max(128).optional(),
	logoUrl: picture,
	darkLogoUrl: picture,
	/** Ours: of fields and buttons, in pixels; cards are rounder in proportion. */
	cornerRadius: z.number().int().min(0).max(24).optional(),
	favicon: picture,
	darkFavicon: picture,
	/** Ours: beside the card on wide windows. Never the picture itself: phones would carry what they do not show. */
	artworkUrl: address.optional(),
	darkArtworkUrl: address.optional(),
	/** Ours: behind the artwork, or in place of one. */
	artworkColor: hexColour.optional()
});

export const brandingSettings = {
	color: color.default({ primaryColor: '#0d6e62', isDarkModeEnabled: true, darkPrimaryColor: '#57c9b6' }),
	branding: branding.default({}),
	customCss: z.string().max(65_536).nullable().default(null),
	/** HTML beside the form, by path. */
	customContent: z.record(z.string(), z.string()).default({}),
	languageInfo: z
		.object({ autoDetect: z.boolean(), fallbackLanguage: z.string().max(35) })
		.default({ autoDetect: true, fallbackLanguage: 'en' }),
	termsOfUseUrl: link,
	privacyPolicyUrl: link,
	agreeToTermsPolicy: z.enum(['Automatic', 'ManualRegistrationOnly', 'Manual']).default('Automatic'),
	supportEmail: z
		.union([z.literal(''), z.email().max(256)])
		.nullable()
		.default(null),
	supportWebsiteUrl: link,
	unknownSessionRedirectUrl: link
};
