import type { MailWords } from '../words.ts';

export const nl: MailWords = {
	language: 'nl',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Je inlogcode', subject: 'Je inlogcode voor {application}' },
		Register: { title: 'Je registratiecode', subject: 'Je registratiecode voor {application}' },
		ForgotPassword: {
			title: 'Je code voor een nieuw wachtwoord',
			subject: 'Je code voor een nieuw wachtwoord bij {application}'
		},
		Generic: { title: 'Je verificatiecode', subject: 'Je verificatiecode voor {application}' }
	},
	instruction: 'Vul de code in op de pagina waar je die hebt aangevraagd.',
	expiry: 'De code werkt één keer en is {duration} geldig.',
	warning: 'Heb je de code niet aangevraagd? Dan kun je deze e-mail negeren. Deel de code met niemand.',
	notices: {
		'password-reset': {
			title: 'Je wachtwoord is gewijzigd',
			subject: 'Je wachtwoord bij {application} is gewijzigd',
			text: 'Er is een nieuw wachtwoord ingesteld via ‘Wachtwoord vergeten?’. Je bent op alle apparaten uitgelogd; log in met het nieuwe wachtwoord.'
		},
		'password-changed': {
			title: 'Je wachtwoord is gewijzigd',
			subject: 'Je wachtwoord bij {application} is gewijzigd',
			text: 'Een beheerder van de dienst heeft een nieuw wachtwoord voor je account ingesteld. Je bent op alle apparaten uitgelogd.'
		},
		'password-added': {
			title: 'Je account heeft nu een wachtwoord',
			subject: 'Je account bij {application} heeft nu een wachtwoord',
			text: 'Er is voor het eerst een wachtwoord ingesteld. Vanaf nu kun je ook daarmee inloggen.'
		},
		'factor-added': {
			title: 'Je account heeft een nieuwe tweede stap',
			subject: 'Je account bij {application} heeft een nieuwe tweede stap',
			text: 'Er is een authenticator-app, een passkey of een set back-upcodes ingesteld om in te loggen.'
		},
		'password-replaced': {
			title: 'Je wachtwoord is gewijzigd',
			subject: 'Je wachtwoord bij {application} is gewijzigd',
			text: 'Op je accountpagina is een nieuw wachtwoord ingesteld. Overal elders ben je uitgelogd.'
		},
		'factor-removed': {
			title: 'Een tweede stap is uit je account verwijderd',
			subject: '{application}: Een tweede stap is uit je account verwijderd',
			text: 'Een authenticator-app, een passkey of back-upcodes zijn verwijderd, of de tweede stap is uitgezet.'
		},
		'second-step-off': {
			title: 'Je tweede stap is uitgezet',
			subject: '{application}: Je tweede stap is uitgezet',
			text: 'Een beheerder van de dienst heeft die uitgezet. Bij het inloggen wordt er niet meer om gevraagd.'
		},
		'second-step-on': {
			title: 'Je tweede stap is aangezet',
			subject: '{application}: Je tweede stap is aangezet',
			text: 'Een beheerder van de dienst heeft die aangezet. Bij het inloggen wordt er weer om gevraagd.'
		},
		'browser-copied': {
			title: 'Op een vertrouwd apparaat wordt weer om de tweede stap gevraagd',
			subject: '{application}: Op een vertrouwd apparaat wordt weer om de tweede stap gevraagd',
			text: 'Waaraan het wordt herkend, is twee keer gebruikt, alsof iemand het heeft gekopieerd. Bij de volgende keer inloggen daar wordt om de tweede stap gevraagd.'
		},
		'email-changed': {
			title: 'Je e-mailadres is gewijzigd',
			subject: '{application}: Je e-mailadres is gewijzigd',
			text: 'Dit is op je accountpagina gedaan.'
		},
		'phone-changed': {
			title: 'Je telefoonnummer is gewijzigd',
			subject: '{application}: Je telefoonnummer is gewijzigd',
			text: 'Dit is op je accountpagina gedaan.'
		},
		'username-changed': {
			title: 'Je gebruikersnaam is gewijzigd',
			subject: '{application}: Je gebruikersnaam is gewijzigd',
			text: 'Dit is op je accountpagina gedaan.'
		},
		'account-deleted': {
			title: 'Je account is verwijderd',
			subject: '{application}: Je account is verwijderd',
			text: 'Het is op de accountpagina verwijderd, met alles wat erin bewaard werd.'
		}
	},
	noticeWarning:
		'Was jij dit niet? Stel dan meteen een nieuw wachtwoord in en laat het de beheerder van de dienst weten.'
};
