import type { MailWords } from '../words.ts';

export const cs: MailWords = {
	language: 'cs',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Přihlašovací kód', subject: '{application}: přihlašovací kód' },
		Register: { title: 'Registrační kód', subject: '{application}: registrační kód' },
		ForgotPassword: { title: 'Kód pro obnovení hesla', subject: '{application}: kód pro obnovení hesla' },
		Generic: { title: 'Ověřovací kód', subject: '{application}: ověřovací kód' }
	},
	instruction: 'Zadejte ho na stránce, která o něj žádá.',
	expiry: 'Doba platnosti: {duration}. Kód lze použít jen jednou.',
	warning: 'Pokud jste o kód nežádali, tento e-mail ignorujte. Kód nikomu nesdělujte.',
	notices: {
		'password-reset': {
			title: 'Vaše heslo bylo změněno',
			subject: '{application}: vaše heslo bylo změněno',
			text: 'Nové heslo bylo nastaveno přes „Zapomněli jste heslo?“. Na všech zařízeních jsme vás odhlásili. Přihlaste se novým heslem.'
		},
		'password-changed': {
			title: 'Vaše heslo bylo změněno',
			subject: '{application}: vaše heslo bylo změněno',
			text: 'Správce služby nastavil k vašemu účtu nové heslo. Na všech zařízeních jsme vás odhlásili.'
		},
		'password-added': {
			title: 'Váš účet má nově heslo',
			subject: '{application}: váš účet má nově heslo',
			text: 'Bylo nastaveno první heslo. Od teď se jím lze k vašemu účtu také přihlásit.'
		},
		'factor-added': {
			title: 'K vašemu účtu přibyl druhý krok',
			subject: '{application}: k vašemu účtu přibyl druhý krok',
			text: 'Pro přihlašování byla nastavena ověřovací aplikace, přístupový klíč nebo záložní kódy.'
		}
	},
	noticeWarning: 'Pokud jste to nebyli vy, ihned si nastavte nové heslo a dejte vědět provozovatelům služby.'
};
