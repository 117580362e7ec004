// Rules about what people choose and how often they may try.
import { z } from 'zod';
import { defaultPasswordPolicy, passwordPolicy } from '../password-policy.ts';
import { sendPolicy } from './send-policy.ts';

export const usernamePolicy = z.object({
	/** Whether `Ada` and `ada` are two people. */
	caseSensitive: z.boolean().default(true),
	minLength: z.int().min(1).max(128).default(1),
	maxLength: z.int().min(1).max(128).default(128),
	allowedChars: z
		.object({
			lowercase: z.boolean().default(true),
			uppercase: z.boolean().default(true),
			numbers: z.boolean().default(true),
			underscore: z.boolean().default(true)
		})
		.prefault({})
});
export type UsernamePolicy = z.infer<typeof usernamePolicy>;

const wait = z.int().min(1).max(86_400);
const lockoutPolicy = z.strictObject({
	/** Failures of one account, or of one identifier that nobody has: waits begin, and everything ends. */
	perUser: z
		.strictObject({ threshold: z.int().min(3).max(100).default(10), hardStop: z.int().min(10).max(1000).default(100) })
		.prefault({}),
	/** Failures from one address (IPv6: one /64). Many people can share one. */
	perIp: z.strictObject({ threshold: z.int().min(3).max(10_000).default(50) }).prefault({}),
	/** Seconds: the first wait, which doubles with each further failure, and the longest. */
	firstWait: wait.default(30),
	longestWait: wait.default(3600)
});
export type LockoutPolicy = z.infer<typeof lockoutPolicy>;

const emailBlocklistPolicy = z.object({
	blockDisposableAddresses: z.boolean().optional(),
	/** Refuse `ada+shop@example.com`. */
	blockSubaddressing: z.boolean().optional(),
	/** Addresses, `@domain`, either with `*` for any characters. Being allowed beats being blocked. */
	customAllowlist: z.array(z.string().max(256)).max(1000).optional(),
	customBlocklist: z.array(z.string().max(256)).max(1000).optional()
});
export type EmailBlocklistPolicy = z.infer<typeof emailBlocklistPolicy>;

export const policySettings = {
	/** Ours: nobody signs in for a while; whoever is signed in stays so. */
	maintenance: z
		.object({ enabled: z.boolean().default(false), until: z.iso.datetime({ offset: true }).nullable().default(null) })
		.prefault({}),
	passwordPolicy: passwordPolicy.default(defaultPasswordPolicy),
	/** Off, and better left so: people who must change a password often choose weak ones. */
	passwordExpiration: z
		.object({ enabled: z.boolean().default(false), validPeriodDays: z.int().optional() })
		.prefault({}),
	usernamePolicy: usernamePolicy.prefault({}),
	emailBlocklistPolicy: emailBlocklistPolicy.default({}),
	verificationCodePolicy: z
		.object({ expirationDuration: z.int().min(60).max(600), maxRetryAttempts: z.int().min(1).max(10) })
		.default({ expirationDuration: 300, maxRetryAttempts: 5 }),
	captchaPolicy: z.object({ enabled: z.boolean().optional() }).default({}),
	/**
	 * Logto's lockout, which shuts an account for minutes at once. It is refused unless empty, because waits that
	 * grow are ours: `lockoutPolicy`. One of the two must rule, and nothing is set in vain.
	 */
	sentinelPolicy: z
		.object({ maxAttempts: z.int().min(1).optional(), lockoutDuration: z.int().min(1).optional() })
		.default({}),
	/** Ours: how failures slow down and stop guessing. */
	lockoutPolicy: lockoutPolicy.prefault({}),
	/** Ours: how often a code may be sent, and for how much money. */
	sendPolicy: sendPolicy.prefault({})
};
