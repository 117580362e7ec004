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
		},
		'password-replaced': {
			title: 'Ihr Passwort wurde geändert',
			subject: 'Ihr Passwort bei {application} wurde geändert',
			text: 'Auf Ihrer Kontoseite wurde ein neues Passwort festgelegt. Überall sonst wurden Sie abgemeldet.'
		},
		'factor-removed': {
			title: 'Ein zweiter Schritt wurde aus Ihrem Konto entfernt',
			subject: '{application}: Ein zweiter Schritt wurde aus Ihrem Konto entfernt',
			text: 'Eine Authenticator-App, ein Passkey oder Backup-Codes wurden entfernt, oder der zweite Schritt wurde ausgeschaltet.'
		},
		'second-step-off': {
			title: 'Ihr zweiter Schritt wurde ausgeschaltet',
			subject: '{application}: Ihr zweiter Schritt wurde ausgeschaltet',
			text: 'Der Betreiber des Dienstes hat ihn ausgeschaltet. Beim Anmelden wird nicht mehr danach gefragt.'
		},
		'second-step-on': {
			title: 'Ihr zweiter Schritt wurde eingeschaltet',
			subject: '{application}: Ihr zweiter Schritt wurde eingeschaltet',
			text: 'Der Betreiber des Dienstes hat ihn eingeschaltet. Beim Anmelden wird wieder danach gefragt.'
		},
		'browser-copied': {
			title: 'Auf einem vertrauten Gerät wird wieder nach dem zweiten Schritt gefragt',
			subject: '{application}: Auf einem vertrauten Gerät wird wieder nach dem zweiten Schritt gefragt',
			text: 'Woran es erkannt wird, wurde zweimal verwendet, als hätte es jemand kopiert. Die nächste Anmeldung dort fragt nach dem zweiten Schritt.'
		},
		'email-changed': {
			title: 'Ihre E-Mail-Adresse wurde geändert',
			subject: '{application}: Ihre E-Mail-Adresse wurde geändert',
			text: 'Das geschah auf Ihrer Kontoseite.'
		},
		'phone-changed': {
			title: 'Ihre Telefonnummer wurde geändert',
			subject: '{application}: Ihre Telefonnummer wurde geändert',
			text: 'Das geschah auf Ihrer Kontoseite.'
		},
		'username-changed': {
			title: 'Ihr Benutzername wurde geändert',
			subject: '{application}: Ihr Benutzername wurde geändert',
			text: 'Das geschah auf Ihrer Kontoseite.'
		},
		'account-deleted': {
			title: 'Ihr Konto wurde gelöscht',
			subject: '{application}: Ihr Konto wurde gelöscht',
			text: 'Es wurde auf der Kontoseite gelöscht, mit allem, was darin gespeichert war.'
		}
	},
	noticeWarning:
		'Wenn Sie das nicht waren, legen Sie sofort ein neues Passwort fest und informieren Sie den Betreiber des Dienstes.'
};
