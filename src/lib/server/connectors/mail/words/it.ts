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
		}
	},
	noticeWarning:
		'Se non hai richiesto tu questa modifica, imposta subito una nuova password e avvisa chi gestisce il servizio.'
};
