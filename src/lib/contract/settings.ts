// The sign-in experience: what is offered, to whom, and how it looks (the object of GET /api/sign-in-exp).
import { z } from 'zod';

const hexColour = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i);
const factorIdentifier = z.enum(['username', 'email', 'phone']);

export const signInMethod = z.object({
	identifier: factorIdentifier,
	password: z.boolean(),
	verificationCode: z.boolean(),
	isPasswordPrimary: z.boolean()
});

const sendLimit = z.object({ count: z.int().min(1), seconds: z.int().min(1) });

export const settings = z.object({
	id: z.literal('default').default('default'),
	color: z
		.object({ primaryColor: hexColour, isDarkModeEnabled: z.boolean(), darkPrimaryColor: hexColour })
		.default({ primaryColor: '#0d6e62', isDarkModeEnabled: true, darkPrimaryColor: '#57c9b6' }),
	branding: z
		.object({ name: z.string().optional(), logoUrl: z.string().optional(), darkLogoUrl: z.string().optional() })
		.default({}),
	languageInfo: z
		.object({ autoDetect: z.boolean(), fallbackLanguage: z.string() })
		.default({ autoDetect: true, fallbackLanguage: 'en' }),
	termsOfUseUrl: z.string().nullable().default(null),
	privacyPolicyUrl: z.string().nullable().default(null),
	supportEmail: z.string().nullable().default(null),
	supportWebsiteUrl: z.string().nullable().default(null),
	unknownSessionRedirectUrl: z.string().nullable().default(null),
	signInMode: z.enum(['SignIn', 'Register', 'SignInAndRegister']).default('SignInAndRegister'),
	signIn: z.object({ methods: z.array(signInMethod) }).default({
		methods: [
			{ identifier: 'phone', password: false, verificationCode: true, isPasswordPrimary: false },
			{ identifier: 'email', password: false, verificationCode: true, isPasswordPrimary: false }
		]
	}),
	signUp: z
		.object({ identifiers: z.array(factorIdentifier), password: z.boolean(), verify: z.boolean() })
		.default({ identifiers: ['phone', 'email'], password: false, verify: true }),
	verificationCodePolicy: z
		.object({ expirationDuration: z.int().min(60).max(600), maxRetryAttempts: z.int().min(1).max(10) })
		.default({ expirationDuration: 300, maxRetryAttempts: 5 }),
	/** How often a code may be sent: rolling windows per recipient and per client IP (IPv6: per /64). */
	sendPolicy: z.object({ perIdentifier: z.array(sendLimit), perIp: z.array(sendLimit) }).default({
		perIdentifier: [
			{ count: 1, seconds: 60 },
			{ count: 5, seconds: 3600 },
			{ count: 10, seconds: 86400 }
		],
		perIp: [{ count: 100, seconds: 3600 }]
	}),
	/** Country that a phone number without a dialling code belongs to (ISO 3166-1 alpha-2). */
	defaultCountry: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.default('CN')
});

export type Settings = z.infer<typeof settings>;
export const defaultSettings: Settings = settings.parse({});

/** What pages may know: GET /api/.well-known/sign-in-exp. Limits and policies of the engine stay inside. */
export type PublicSettings = Omit<Settings, 'sendPolicy'> & {
	forgotPassword: { phone: boolean; email: boolean };
	socialConnectors: unknown[];
	ssoConnectors: unknown[];
	isDevelopmentTenant: boolean;
};
