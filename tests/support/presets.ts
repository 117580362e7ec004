// The settings that products usually want, by name: `startFoyer({ settings: presets.usernamePassword })`.
import type { Settings } from '../../src/lib/contract/settings.ts';

type Preset = Pick<Settings, 'signIn' | 'signUp'>;
type Identifier = 'username' | 'email' | 'phone';

const byPassword = (identifier: Identifier) => ({
	identifier,
	password: true,
	verificationCode: false,
	isPasswordPrimary: true
});
const byCode = (identifier: 'email' | 'phone') => ({
	identifier,
	password: false,
	verificationCode: true,
	isPasswordPrimary: false
});
const byEither = (identifier: 'email' | 'phone', isPasswordPrimary = true) => ({
	identifier,
	password: true,
	verificationCode: true,
	isPasswordPrimary
});

export const presets = {
	usernamePassword: {
		signUp: { identifiers: ['username'], password: true, verify: false },
		signIn: { methods: [byPassword('username')] }
	},
	phoneCode: {
		signUp: { identifiers: ['phone'], password: false, verify: true },
		signIn: { methods: [byCode('phone')] }
	},
	emailCode: {
		signUp: { identifiers: ['email'], password: false, verify: true },
		signIn: { methods: [byCode('email')] }
	},
	phoneCodeWithPassword: {
		signUp: { identifiers: ['phone'], password: true, verify: true },
		signIn: { methods: [byEither('phone')] }
	},
	/** As above, but pages ask for the code first. */
	phoneCodeBeforePassword: {
		signUp: { identifiers: ['phone'], password: true, verify: true },
		signIn: { methods: [byEither('phone', false)] }
	},
	emailPassword: {
		signUp: { identifiers: ['email'], password: true, verify: true },
		signIn: { methods: [byPassword('email')] }
	},
	emailOrPhone: {
		signUp: { identifiers: ['email', 'phone'], password: false, verify: true },
		signIn: { methods: [byCode('email'), byCode('phone')] }
	},
	emailOrPhoneWithPassword: {
		signUp: { identifiers: ['email', 'phone'], password: true, verify: true },
		signIn: { methods: [byEither('email'), byEither('phone')] }
	},
	/** Every identifier with everything that it can have; new accounts begin with a code. */
	everyIdentifier: {
		signUp: { identifiers: ['phone', 'email'], password: false, verify: true },
		signIn: { methods: [byEither('phone'), byEither('email'), byPassword('username')] }
	},
	usernameWithVerifiedContact: {
		signUp: {
			identifiers: ['username'],
			password: true,
			verify: true,
			secondaryIdentifiers: [{ identifier: 'emailOrPhone', verify: true }]
		},
		signIn: { methods: [byPassword('username'), byEither('email'), byEither('phone')] }
	}
} satisfies Record<string, Preset>;
