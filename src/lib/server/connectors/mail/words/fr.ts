import type { MailWords } from '../words.ts';

export const fr: MailWords = {
	language: 'fr',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Votre code de connexion', subject: 'Votre code de connexion {application}' },
		Register: { title: 'Votre code d’inscription', subject: 'Votre code d’inscription {application}' },
		ForgotPassword: {
			title: 'Votre code de réinitialisation du mot de passe',
			subject: 'Votre code de réinitialisation du mot de passe {application}'
		},
		Generic: { title: 'Votre code de vérification', subject: 'Votre code de vérification {application}' }
	},
	instruction: 'Saisissez-le sur la page où vous l’avez demandé.',
	expiry: 'Il ne sert qu’une fois et reste valable {duration}.',
	warning: 'Si vous ne l’avez pas demandé, ignorez cet e-mail. Ne communiquez ce code à personne.',
	notices: {
		'password-reset': {
			title: 'Votre mot de passe a été modifié',
			subject: 'Votre mot de passe {application} a été modifié',
			text: 'Un nouveau mot de passe a été défini avec « Mot de passe oublié ». Toutes vos sessions ont été fermées ; connectez-vous avec le nouveau.'
		},
		'password-changed': {
			title: 'Votre mot de passe a été modifié',
			subject: 'Votre mot de passe {application} a été modifié',
			text: 'Une personne qui gère le service a défini un nouveau mot de passe pour votre compte. Toutes vos sessions ont été fermées.'
		},
		'password-added': {
			title: 'Votre compte a maintenant un mot de passe',
			subject: 'Votre compte {application} a maintenant un mot de passe',
			text: 'Un premier mot de passe a été défini. Il permet désormais aussi de se connecter à votre compte.'
		},
		'factor-added': {
			title: 'Une deuxième étape a été ajoutée à votre compte',
			subject: 'Une deuxième étape a été ajoutée à votre compte {application}',
			text: 'Une application d’authentification, une clé d’accès ou des codes de secours ont été configurés pour la connexion.'
		},
		'password-replaced': {
			title: 'Votre mot de passe a été modifié',
			subject: 'Votre mot de passe {application} a été modifié',
			text: 'Un nouveau mot de passe a été défini sur la page de votre compte. Vous avez été déconnecté partout ailleurs.'
		},
		'factor-removed': {
			title: 'Une deuxième étape a été retirée de votre compte',
			subject: '{application}: Une deuxième étape a été retirée de votre compte',
			text: 'Une application d’authentification, une clé d’accès ou des codes de secours ont été retirés, ou la deuxième étape a été désactivée.'
		},
		'second-step-off': {
			title: 'Votre deuxième étape a été désactivée',
			subject: '{application}: Votre deuxième étape a été désactivée',
			text: 'Une personne qui gère le service l’a désactivée. Elle n’est plus demandée à la connexion.'
		},
		'second-step-on': {
			title: 'Votre deuxième étape a été activée',
			subject: '{application}: Votre deuxième étape a été activée',
			text: 'Une personne qui gère le service l’a activée. Elle est de nouveau demandée à la connexion.'
		},
		'browser-copied': {
			title: 'La deuxième étape est de nouveau demandée sur un appareil de confiance',
			subject: '{application}: La deuxième étape est de nouveau demandée sur un appareil de confiance',
			text: 'Ce qui permet de le reconnaître a été utilisé deux fois, comme si quelqu’un l’avait copié. La prochaine connexion sur cet appareil demandera la deuxième étape.'
		},
		'email-changed': {
			title: 'Votre adresse e-mail a été modifiée',
			subject: '{application}: Votre adresse e-mail a été modifiée',
			text: 'Cela a été fait sur la page de votre compte.'
		},
		'phone-changed': {
			title: 'Votre numéro de téléphone a été modifié',
			subject: '{application}: Votre numéro de téléphone a été modifié',
			text: 'Cela a été fait sur la page de votre compte.'
		},
		'username-changed': {
			title: 'Votre nom d’utilisateur a été modifié',
			subject: '{application}: Votre nom d’utilisateur a été modifié',
			text: 'Cela a été fait sur la page de votre compte.'
		},
		'account-deleted': {
			title: 'Votre compte a été supprimé',
			subject: '{application}: Votre compte a été supprimé',
			text: 'Il a été supprimé sur la page du compte, avec tout ce qu’il contenait.'
		}
	},
	noticeWarning:
		'Si ce n’était pas vous, définissez tout de suite un nouveau mot de passe et prévenez les responsables du service.'
};
