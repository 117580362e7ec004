// Words about second factors, usernames, mail addresses and passwords that end.
export const policies = {
	secondStep: 'Second factors',
	secondStepLead: 'After the password or the code: something that somebody else cannot know.',
	factors: 'What people may set up',
	factorNames: {
		WebAuthn: 'Passkeys',
		Totp: 'Authenticator app',
		BackupCode: 'Backup codes',
		PhoneVerificationCode: 'Code by text message',
		EmailVerificationCode: 'Code by mail'
	},
	factorHints: {
		WebAuthn: 'The only one that a false page cannot ask for.',
		Totp: undefined,
		BackupCode: 'Ten codes for whoever has lost the other one: never alone.',
		PhoneVerificationCode: 'Unless text messages sign people in already.',
		EmailVerificationCode: 'Unless mail signs people in already.'
	} as Record<string, string | undefined>,
	factorPolicy: 'Asked for',
	factorPolicies: {
		UserControlled: 'By whoever has set one up',
		NoPrompt: 'Of nobody new: people set it up in your application',
		PromptAtSignInAndSignUp: 'Offered at sign-in and sign-up; may be skipped',
		PromptOnlyAtSignIn: 'Offered at sign-in alone; may be skipped',
		Mandatory: 'Of everybody'
	} as Record<string, string>,
	trustedHint: (days: number) => `Not in a browser that somebody trusts: for ${days} days (trustedDevice).`,
	passkeyAlone: 'Passkey alone',
	passkeyAloneLead: 'Signing in without a name or a code, where somebody has a passkey.',
	passkeyEnabled: 'Sign in with a passkey alone',
	passkeyButton: 'Show a button for it',
	passkeyAutofill: 'Let the browser offer it in the first field',
	usernames: 'Usernames',
	usernamesLead: 'For new names. Names that exist stay as they are.',
	shortest: 'Shortest',
	longest: 'Longest',
	characters: 'May hold',
	characterNames: {
		lowercase: 'Small letters',
		uppercase: 'Capital letters',
		numbers: 'Digits',
		underscore: 'Underscores'
	},
	caseSensitive: 'Ada and ada are two people',
	caseSensitiveHint:
		'Turned off, all names, those that exist too, are put into small letters; turning it on again brings no capital back. Refused while two names differ in nothing else.',
	addresses: 'Mail addresses of new accounts',
	addressesLead: 'Whoever has an account keeps it.',
	subaddressing: 'Refuse ada+shop@example.com',
	subaddressingHint: 'One mailbox has as many of these as it likes.',
	addressLists: { customBlocklist: 'Refused', customAllowlist: 'Accepted all the same' },
	addressListHints: {
		customBlocklist: 'One on each line: an address or @domain; * stands for any characters.',
		customAllowlist: 'What stands here is accepted though a line above refuses it.'
	},
	expiration: 'Expiry',
	expirationLead: 'Better left off: whoever must change a password often chooses a weak one.',
	expires: 'Passwords end after a while',
	expiresAfter: 'Days'
};

export type PolicyWords = typeof policies;
