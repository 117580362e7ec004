// Settings that an administrator may switch between, and what the model makes of each.
import { isAdaptive, type Policy, type Rules } from './model.ts';

const method = (identifier: string, password: boolean, verificationCode: boolean) => ({
	identifier,
	password,
	verificationCode,
	isPasswordPrimary: false
});
const either = [method('phone', true, true), method('email', true, true), method('username', true, false)];
const withoutTexts = [method('phone', true, false), ...either.slice(1)];
const contactsAsked = { identifiers: ['email', 'phone'], password: false, verify: true };
const unlimited = {
	perIdentifier: [{ count: 100_000, seconds: 60 }],
	perIp: [{ count: 100_000, seconds: 60 }],
	perPrefix: [],
	breaker: { minimum: 100_000 }
};
const everywhere = {
	sendPolicy: unlimited,
	lockoutPolicy: { perIp: { threshold: 10_000 } },
	forgotPasswordMethods: null,
	mfa: { policy: 'NoPrompt', factors: [] },
	passkeySignIn: { enabled: false },
	trustedDevice: { enabled: false },
	adaptiveMfa: { enabled: false }
};

/** Settings that an administrator might switch between while people are on their way. */
export type Choice = { settings: Record<string, unknown>; rules: Rules };
export const choices: Choice[] = [
	rulesFor({ signIn: { methods: either }, signUp: contactsAsked }),
	rulesFor({ signIn: { methods: either }, signUp: contactsAsked, signInMode: 'SignIn' }),
	rulesFor({
		signIn: { methods: [method('phone', false, true), method('email', true, true)] },
		signUp: contactsAsked
	}),
	rulesFor({
		signIn: { methods: [method('phone', true, false)] },
		signUp: { ...contactsAsked, identifiers: ['phone'], password: true }
	}),
	rulesFor({
		signIn: { methods: either },
		signUp: { identifiers: ['username'], password: true, verify: false },
		signInMode: 'Register'
	}),
	rulesFor({
		signIn: { methods: withoutTexts },
		signUp: { ...contactsAsked, identifiers: ['email'], password: true },
		mfa: { policy: 'NoPrompt', factors: ['Totp', 'BackupCode', 'PhoneVerificationCode', 'WebAuthn'] },
		passkeySignIn: { enabled: true },
		trustedDevice: { enabled: true }
	}),
	rulesFor({
		signIn: { methods: either },
		signUp: contactsAsked,
		mfa: { policy: 'NoPrompt', factors: ['Totp', 'BackupCode', 'WebAuthn'] }
	}),
	rulesFor({ signIn: { methods: either }, signUp: contactsAsked, mfa: { policy: 'Mandatory', factors: ['Totp'] } })
];

function rulesFor(settings: {
	signIn: { methods: ReturnType<typeof method>[] };
	signInMode?: string;
	signUp: unknown;
	mfa?: Pick<Rules, 'policy' | 'factors'>;
	passkeySignIn?: { enabled: boolean };
	trustedDevice?: { enabled: boolean };
}) {
	const by = (factor: 'password' | 'verificationCode') =>
		settings.signIn.methods.filter((one) => one[factor]).map(({ identifier }) => identifier);
	const signInMode = (settings.signInMode ?? 'SignInAndRegister') as Rules['signInMode'];
	return {
		settings: { ...everywhere, ...settings },
		rules: {
			codeSignIn: by('verificationCode'),
			passwordSignIn: by('password'),
			signInMode,
			factors: settings.mfa?.factors ?? [],
			policy: settings.mfa?.policy ?? ('NoPrompt' as const),
			passkeySignIn: settings.passkeySignIn?.enabled ?? false,
			trustedDevice: settings.trustedDevice?.enabled ?? false
		}
	};
}

/** The same under another policy, where there are factors for one. */
export function underPolicy({ settings, rules }: Choice, policy: Policy | undefined): Choice {
	const { factors } = rules;
	if (!policy || factors.length === 0) return { settings, rules };
	const changed = { ...rules, policy };
	const adaptiveMfa = { enabled: isAdaptive(changed) };
	return { settings: { ...settings, mfa: { policy, factors }, adaptiveMfa }, rules: changed };
}
