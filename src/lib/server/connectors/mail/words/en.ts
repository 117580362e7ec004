import type { MailWords } from '../words.ts';

export const en: MailWords = {
	language: 'en',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Your sign-in code', subject: 'Your {application} sign-in code' },
		Register: { title: 'Your sign-up code', subject: 'Your {application} sign-up code' },
		ForgotPassword: { title: 'Your password reset code', subject: 'Your {application} password reset code' },
		Generic: { title: 'Your verification code', subject: 'Your {application} verification code' }
	},
	instruction: 'Enter it on the page where you asked for it.',
	expiry: 'It works once, for {duration}.',
	warning: 'If you did not ask for it, ignore this email. Do not share the code with anyone.',
	notices: {
		'password-reset': {
			title: 'Your password was changed',
			subject: 'Your {application} password was changed',
			text: 'A new password was set with “Forgot password”. You were signed out on every device; sign in with the new one.'
		},
		'password-changed': {
			title: 'Your password was changed',
			subject: 'Your {application} password was changed',
			text: 'Somebody who runs the service set a new password for your account. You were signed out on every device.'
		},
		'password-added': {
			title: 'Your account has a password now',
			subject: 'Your {application} account has a password now',
			text: 'A first password was set. From now on it signs in to your account, too.'
		},
		'factor-added': {
			title: 'A second step was added to your account',
			subject: 'A second step was added to your {application} account',
			text: 'An authenticator app, a passkey or backup codes were set up for signing in.'
		}
	},
	noticeWarning: 'If that was not you, set a new password at once and tell the service’s support team.'
};
