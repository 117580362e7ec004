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
		},
		'password-replaced': {
			title: 'Your password was changed',
			subject: 'Your {application} password was changed',
			text: 'A new password was set on your account page. You were signed out everywhere else.'
		},
		'factor-removed': {
			title: 'A second step was removed from your account',
			subject: '{application}: A second step was removed from your account',
			text: 'An authenticator app, a passkey or backup codes were removed, or the second step was turned off.'
		},
		'second-step-off': {
			title: 'Your second step was turned off',
			subject: '{application}: Your second step was turned off',
			text: 'Somebody who runs the service turned it off. Signing in no longer asks for it.'
		},
		'second-step-on': {
			title: 'Your second step was turned on',
			subject: '{application}: Your second step was turned on',
			text: 'Somebody who runs the service turned it on. Signing in asks for it again.'
		},
		'browser-copied': {
			title: 'A trusted device is asked for the second step again',
			subject: '{application}: A trusted device is asked for the second step again',
			text: 'What it is recognised by was used twice, as if somebody had copied it. The next sign-in there asks for the second step.'
		},
		'email-changed': {
			title: 'Your email address was changed',
			subject: '{application}: Your email address was changed',
			text: 'This was done on your account page.'
		},
		'phone-changed': {
			title: 'Your phone number was changed',
			subject: '{application}: Your phone number was changed',
			text: 'This was done on your account page.'
		},
		'username-changed': {
			title: 'Your username was changed',
			subject: '{application}: Your username was changed',
			text: 'This was done on your account page.'
		},
		'account-deleted': {
			title: 'Your account was deleted',
			subject: '{application}: Your account was deleted',
			text: 'It was deleted on the account page, with everything that was kept in it.'
		}
	},
	noticeWarning: 'If that was not you, set a new password at once and tell the service’s support team.'
};
