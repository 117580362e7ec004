import type { MailWords } from '../words.ts';

export const de: MailWords = {
	language: 'de',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Ihr Anmeldecode', subject: 'Ihr Anmeldecode für {application}' },
		Register: { title: 'Ihr Registrierungscode', subject: 'Ihr Registrierungscode für {application}' },
		ForgotPassword: {
			title: 'Ihr Code zum Zurücksetzen des Passworts',
			subject: 'Ihr Code zum Zurücksetzen des Passworts bei {application}'
		},
		Generic: { title: 'Ihr Bestätigungscode', subject: 'Ihr Bestätigungscode für {application}' }
	},
	instruction: 'Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben.',
	expiry: 'Er ist {duration} gültig und nur einmal verwendbar.',
	warning: 'Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail. Geben Sie den Code an niemanden weiter.',
	notices: {
		'password-reset': {
			title: 'Ihr Passwort wurde geändert',
			subject: 'Ihr Passwort bei {application} wurde geändert',
			text: 'Über „Passwort vergessen“ wurde ein neues Passwort festgelegt. Sie wurden auf allen Geräten abgemeldet; melden Sie sich mit dem neuen Passwort an.'
		},
		'password-changed': {
			title: 'Ihr Passwort wurde geändert',
			subject: 'Ihr Passwort bei {application} wurde geändert',
			text: 'Der Betreiber des Dienstes hat ein neues Passwort für Ihr Konto festgelegt. Sie wurden auf allen Geräten abgemeldet.'
		},
		'password-added': {
			title: 'Ihr Konto hat jetzt ein Passwort',
			subject: 'Ihr Konto bei {application} hat jetzt ein Passwort',
			text: 'Für Ihr Konto wurde erstmals ein Passwort festgelegt. Ab jetzt können Sie sich auch damit anmelden.'
		},
		'factor-added': {
			title: 'Ihr Konto hat einen neuen zweiten Schritt',
			subject: 'Ihr Konto bei {application} hat einen neuen zweiten Schritt',
			text: 'Für die Anmeldung wurde eine Authenticator-App, ein Passkey oder ein Satz Backup-Codes eingerichtet.'
		}
	},
	noticeWarning:
		'Wenn Sie das nicht waren, legen Sie sofort ein neues Passwort fest und informieren Sie den Betreiber des Dienstes.'
};
