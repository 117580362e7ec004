import type { MailWords } from '../words.ts';

export const it: MailWords = {
	language: 'it',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Il tuo codice di accesso', subject: 'Il tuo codice di accesso a {application}' },
		Register: { title: 'Il tuo codice di registrazione', subject: 'Il tuo codice di registrazione a {application}' },
		ForgotPassword: {
			title: 'Il tuo codice per reimpostare la password',
			subject: 'Il tuo codice per reimpostare la password di {application}'
		},
		Generic: { title: 'Il tuo codice di verifica', subject: 'Il tuo codice di verifica di {application}' }
	},
	instruction: 'Inseriscilo nella pagina in cui lo hai richiesto.',
	expiry: 'Vale una sola volta, per {duration}.',
	warning: 'Se non lo hai richiesto, ignora questa email. Non condividere il codice con nessuno.',
	notices: {
		'password-reset': {
			title: 'La tua password è stata modificata',
			subject: 'La tua password di {application} è stata modificata',
			text: 'È stata impostata una nuova password con “Password dimenticata?”. La sessione è stata chiusa su tutti i dispositivi; accedi con quella nuova.'
		},
		'password-changed': {
			title: 'La tua password è stata modificata',
			subject: 'La tua password di {application} è stata modificata',
			text: 'Chi gestisce il servizio ha impostato una nuova password per il tuo account. La sessione è stata chiusa su tutti i dispositivi.'
		},
		'password-added': {
			title: 'Ora il tuo account ha una password',
			subject: 'Ora il tuo account {application} ha una password',
			text: 'È stata impostata una prima password. D’ora in poi puoi usare anche quella per accedere al tuo account.'
		},
		'factor-added': {
			title: 'È stato aggiunto un secondo passaggio al tuo account',
			subject: 'È stato aggiunto un secondo passaggio al tuo account {application}',
			text: 'Per l’accesso è stata configurata un’app di autenticazione, una passkey o dei codici di riserva.'
		},
		'password-replaced': {
			title: 'La tua password è stata modificata',
			subject: 'La tua password di {application} è stata modificata',
			text: 'È stata impostata una nuova password nella pagina del tuo account. Tutti gli altri accessi sono stati chiusi.'
		},
		'factor-removed': {
			title: 'Un secondo passaggio è stato rimosso dal tuo account',
			subject: '{application}: Un secondo passaggio è stato rimosso dal tuo account',
			text: 'Un’app di autenticazione, una passkey o dei codici di riserva sono stati rimossi, oppure il secondo passaggio è stato disattivato.'
		},
		'second-step-off': {
			title: 'Il tuo secondo passaggio è stato disattivato',
			subject: '{application}: Il tuo secondo passaggio è stato disattivato',
			text: 'Chi gestisce il servizio lo ha disattivato. All’accesso non viene più richiesto.'
		},
		'second-step-on': {
			title: 'Il tuo secondo passaggio è stato attivato',
			subject: '{application}: Il tuo secondo passaggio è stato attivato',
			text: 'Chi gestisce il servizio lo ha attivato. All’accesso viene richiesto di nuovo.'
		},
		'browser-copied': {
			title: 'Un dispositivo attendibile chiede di nuovo il secondo passaggio',
			subject: '{application}: Un dispositivo attendibile chiede di nuovo il secondo passaggio',
			text: 'Ciò che lo identifica è stato usato due volte, come se qualcuno lo avesse copiato. Il prossimo accesso da lì richiederà il secondo passaggio.'
		},
		'email-changed': {
			title: 'Il tuo indirizzo email è stato modificato',
			subject: '{application}: Il tuo indirizzo email è stato modificato',
			text: 'È avvenuto nella pagina del tuo account.'
		},
		'phone-changed': {
			title: 'Il tuo numero di telefono è stato modificato',
			subject: '{application}: Il tuo numero di telefono è stato modificato',
			text: 'È avvenuto nella pagina del tuo account.'
		},
		'username-changed': {
			title: 'Il tuo nome utente è stato modificato',
			subject: '{application}: Il tuo nome utente è stato modificato',
			text: 'È avvenuto nella pagina del tuo account.'
		},
		'account-deleted': {
			title: 'Il tuo account è stato eliminato',
			subject: '{application}: Il tuo account è stato eliminato',
			text: 'È stato eliminato nella pagina dell’account, con tutto ciò che conteneva.'
		}
	},
	noticeWarning:
		'Se non hai richiesto tu questa modifica, imposta subito una nuova password e avvisa chi gestisce il servizio.'
};
