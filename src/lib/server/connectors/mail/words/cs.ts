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
		},
		'password-replaced': {
			title: 'Vaše heslo bylo změněno',
			subject: '{application}: vaše heslo bylo změněno',
			text: 'Na stránce vašeho účtu bylo nastaveno nové heslo. Všude jinde jste byli odhlášeni.'
		},
		'factor-removed': {
			title: 'Z vašeho účtu byl odebrán druhý krok',
			subject: '{application}: z vašeho účtu byl odebrán druhý krok',
			text: 'Byla odebrána ověřovací aplikace, přístupový klíč nebo záložní kódy, nebo byl druhý krok vypnut.'
		},
		'second-step-off': {
			title: 'Druhý krok byl vypnut',
			subject: '{application}: Druhý krok byl vypnut',
			text: 'Vypnul ho správce služby. Při přihlášení se už nevyžaduje.'
		},
		'second-step-on': {
			title: 'Druhý krok byl zapnut',
			subject: '{application}: Druhý krok byl zapnut',
			text: 'Zapnul ho správce služby. Při přihlášení se znovu vyžaduje.'
		},
		'browser-copied': {
			title: 'Důvěryhodné zařízení znovu vyžaduje druhý krok',
			subject: '{application}: Důvěryhodné zařízení znovu vyžaduje druhý krok',
			text: 'To, podle čeho ho poznáme, bylo použito dvakrát, jako by to někdo zkopíroval. Při příštím přihlášení na něm bude potřeba druhý krok.'
		},
		'email-changed': {
			title: 'Vaše e‑mailová adresa byla změněna',
			subject: '{application}: vaše e‑mailová adresa byla změněna',
			text: 'Stalo se to na stránce vašeho účtu.'
		},
		'phone-changed': {
			title: 'Vaše telefonní číslo bylo změněno',
			subject: '{application}: vaše telefonní číslo bylo změněno',
			text: 'Stalo se to na stránce vašeho účtu.'
		},
		'username-changed': {
			title: 'Vaše uživatelské jméno bylo změněno',
			subject: '{application}: vaše uživatelské jméno bylo změněno',
			text: 'Stalo se to na stránce vašeho účtu.'
		},
		'account-deleted': {
			title: 'Váš účet byl smazán',
			subject: '{application}: váš účet byl smazán',
			text: 'Byl smazán na stránce účtu se vším, co v něm bylo uloženo.'
		}
	},
	noticeWarning: 'Pokud jste to nebyli vy, ihned si nastavte nové heslo a dejte vědět provozovatelům služby.'
};
