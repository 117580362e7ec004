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
		}
	},
	noticeWarning: 'Jeśli to nie Ty, natychmiast ustaw nowe hasło i powiadom właścicieli usługi.'
};
