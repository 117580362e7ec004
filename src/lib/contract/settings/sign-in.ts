// Which ways in there are: for people with an account, for people without one, and for those who forgot a password.
import { z } from 'zod';
import { isCountryCode, mustBeCountry } from '../country-code.ts';

const identifier = z.enum(['username', 'email', 'phone']);

export const signInMethod = z.object({
	identifier,
	password: z.boolean(),
	verificationCode: z.boolean(),
	isPasswordPrimary: z.boolean()
});

const secondaryIdentifier = z.object({
	identifier: z.enum(['username', 'email', 'phone', 'emailOrPhone']),
	verify: z.boolean().optional()
});

export const signInSettings = {
	signInMode: z.enum(['SignIn', 'Register', 'SignInAndRegister']).default('SignInAndRegister'),
	/** In the order in which they are offered. */
	signIn: z.object({ methods: z.array(signInMethod) }).default({
		methods: [
			{ identifier: 'phone', password: false, verificationCode: true, isPasswordPrimary: false },
			{ identifier: 'email', password: false, verificationCode: true, isPasswordPrimary: false }
		]
	}),
	signUp: z
		.object({
			/** Phone and email together: one of the two. */
			identifiers: z.array(identifier),
			password: z.boolean(),
			verify: z.boolean(),
			/** What is asked for besides. */
			secondaryIdentifiers: z.array(secondaryIdentifier).optional()
		})
		.default({ identifiers: ['phone', 'email'], password: false, verify: true }),
	/** Null: by every channel that has a connector. An empty list turns recovery off. */
	forgotPasswordMethods: z
		.array(z.enum(['EmailVerificationCode', 'PhoneVerificationCode']))
		.nullable()
		.default(null),
	socialSignIn: z
		.object({ automaticAccountLinking: z.boolean().optional(), skipRequiredIdentifiers: z.boolean().optional() })
		.default({}),
	socialSignInConnectorTargets: z.array(z.string()).default([]),
	singleSignOnEnabled: z.boolean().default(false),
	passkeySignIn: z
		.object({
			enabled: z.boolean().optional(),
			showPasskeyButton: z.boolean().optional(),
			allowAutofill: z.boolean().optional()
		})
		.default({}),
	mfa: z
		.object({
			factors: z.array(z.enum(['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode'])),
			policy: z.enum([
				'UserControlled',
				'NoPrompt',
				'PromptAtSignInAndSignUp',
				'PromptOnlyAtSignIn',
				'Mandatory',
				'PromptAtSignInAndSignUpMandatory',
				'PromptOnlyAtSignInMandatory'
			]),
			organizationRequiredMfaPolicy: z.enum(['NoPrompt', 'Mandatory']).optional()
		})
		.default({ factors: [], policy: 'UserControlled' }),
	adaptiveMfa: z.object({ enabled: z.boolean().optional() }).default({}),
	/** A browser in which a second factor was shown need not show one again for so many days. */
	trustedDevice: z
		.object({ enabled: z.boolean().optional(), durationDays: z.int().min(1).max(365).default(30) })
		.prefault({}),
	/**
	 * Ours: whether a browser remembers who signed in with it. `Ask` offers a box for shared computers, `Never` is for those
	 * that nobody has to themselves.
	 */
	browserMemory: z.enum(['Remember', 'Ask', 'Never']).default('Remember'),
	/** Ours: country that a phone number without a dialling code belongs to (ISO 3166-1 alpha-2). */
	defaultCountry: z.string().refine(isCountryCode, mustBeCountry).default('CN'),
	/**
	 * Ours: countries whose numbers get codes (ISO 3166-1 alpha-2), or `*` for all. Null: the default country alone, and
	 * everywhere in a demo.
	 */
	allowedCountries: z
		.array(z.string().refine((code) => code === '*' || isCountryCode(code), `${mustBeCountry}, or * for all`))
		.min(1)
		.max(260)
		.nullable()
		.default(null)
};
