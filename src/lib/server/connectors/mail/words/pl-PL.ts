import type { MailWords } from '../words.ts';

export const plPL: MailWords = {
	language: 'pl-PL',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Kod logowania', subject: '{application}: kod logowania' },
		Register: { title: 'Kod rejestracyjny', subject: '{application}: kod rejestracyjny' },
		ForgotPassword: { title: 'Kod do zresetowania hasła', subject: '{application}: kod do zresetowania hasła' },
		Generic: { title: 'Kod weryfikacyjny', subject: '{application}: kod weryfikacyjny' }
	},
	instruction: 'Wpisz go na stronie, która o niego prosi.',
	expiry: 'Czas ważności: {duration}. Kod działa tylko raz.',
	warning: 'Jeśli to nie Twoja prośba, zignoruj tę wiadomość. Nikomu nie podawaj kodu.',
	notices: {
		'password-reset': {
			title: 'Twoje hasło zostało zmienione',
			subject: '{application}: Twoje hasło zostało zmienione',
			text: 'Nowe hasło ustawiono przez „Nie pamiętasz hasła?”. Wylogowaliśmy Cię na wszystkich urządzeniach. Zaloguj się nowym hasłem.'
		},
		'password-changed': {
			title: 'Twoje hasło zostało zmienione',
			subject: '{application}: Twoje hasło zostało zmienione',
			text: 'Administrator usługi ustawił nowe hasło do Twojego konta. Wylogowaliśmy Cię na wszystkich urządzeniach.'
		},
		'password-added': {
			title: 'Twoje konto ma teraz hasło',
			subject: '{application}: Twoje konto ma teraz hasło',
			text: 'Ustawiono pierwsze hasło. Od teraz można się nim też zalogować na Twoje konto.'
		},
		'factor-added': {
			title: 'Do Twojego konta dodano drugi krok',
			subject: '{application}: do Twojego konta dodano drugi krok',
			text: 'Do logowania skonfigurowano aplikację uwierzytelniającą, klucz dostępu lub kody zapasowe.'
		},
		'password-replaced': {
			title: 'Twoje hasło zostało zmienione',
			subject: '{application}: Twoje hasło zostało zmienione',
			text: 'Na stronie Twojego konta ustawiono nowe hasło. Wszędzie indziej nastąpiło wylogowanie.'
		},
		'factor-removed': {
			title: 'Z Twojego konta usunięto drugi krok',
			subject: '{application}: z Twojego konta usunięto drugi krok',
			text: 'Usunięto aplikację uwierzytelniającą, klucz dostępu lub kody zapasowe albo wyłączono drugi krok.'
		},
		'second-step-off': {
			title: 'Drugi krok został wyłączony',
			subject: '{application}: Drugi krok został wyłączony',
			text: 'Wyłączył go administrator usługi. Przy logowaniu nie pojawi się już pytanie o niego.'
		},
		'second-step-on': {
			title: 'Drugi krok został włączony',
			subject: '{application}: Drugi krok został włączony',
			text: 'Włączył go administrator usługi. Przy logowaniu znów pojawi się pytanie o niego.'
		},
		'browser-copied': {
			title: 'Zaufane urządzenie znów pyta o drugi krok',
			subject: '{application}: Zaufane urządzenie znów pyta o drugi krok',
			text: 'To, po czym je rozpoznajemy, zostało użyte dwa razy, jakby ktoś to skopiował. Następne logowanie na nim będzie wymagać drugiego kroku.'
		},
		'email-changed': {
			title: 'Twój adres e-mail został zmieniony',
			subject: '{application}: Twój adres e-mail został zmieniony',
			text: 'Zrobiono to na stronie Twojego konta.'
		},
		'phone-changed': {
			title: 'Twój numer telefonu został zmieniony',
			subject: '{application}: Twój numer telefonu został zmieniony',
			text: 'Zrobiono to na stronie Twojego konta.'
		},
		'username-changed': {
			title: 'Twoja nazwa użytkownika została zmieniona',
			subject: '{application}: Twoja nazwa użytkownika została zmieniona',
			text: 'Zrobiono to na stronie Twojego konta.'
		},
		'account-deleted': {
			title: 'Twoje konto zostało usunięte',
			subject: '{application}: Twoje konto zostało usunięte',
			text: 'Usunięto je na stronie konta wraz ze wszystkim, co zawierało.'
		}
	},
	noticeWarning: 'Jeśli to nie Ty, natychmiast ustaw nowe hasło i powiadom właścicieli usługi.'
};
