import type { MailWords } from '../words.ts';

export const es: MailWords = {
	language: 'es',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Tu código de acceso', subject: 'Tu código de acceso a {application}' },
		Register: { title: 'Tu código de registro', subject: 'Tu código de registro en {application}' },
		ForgotPassword: {
			title: 'Tu código para restablecer la contraseña',
			subject: 'Tu código para restablecer la contraseña de {application}'
		},
		Generic: { title: 'Tu código de verificación', subject: 'Tu código de verificación de {application}' }
	},
	instruction: 'Introdúcelo en la página donde lo pediste.',
	expiry: 'Sirve una sola vez y es válido durante {duration}.',
	warning: 'Si no lo has pedido, ignora este correo. No compartas el código con nadie.',
	notices: {
		'password-reset': {
			title: 'Tu contraseña ha cambiado',
			subject: 'Tu contraseña de {application} ha cambiado',
			text: 'Se ha establecido una contraseña nueva con «¿Olvidaste la contraseña?». Se ha cerrado tu sesión en todos los dispositivos; inicia sesión con la nueva.'
		},
		'password-changed': {
			title: 'Tu contraseña ha cambiado',
			subject: 'Tu contraseña de {application} ha cambiado',
			text: 'Un responsable del servicio ha establecido una contraseña nueva para tu cuenta. Se ha cerrado tu sesión en todos los dispositivos.'
		},
		'password-added': {
			title: 'Tu cuenta ya tiene contraseña',
			subject: 'Tu cuenta de {application} ya tiene contraseña',
			text: 'Se ha establecido una primera contraseña. A partir de ahora también sirve para acceder a tu cuenta.'
		},
		'factor-added': {
			title: 'Se ha añadido un segundo paso a tu cuenta',
			subject: 'Se ha añadido un segundo paso a tu cuenta de {application}',
			text: 'Se ha configurado una aplicación de autenticación, una llave de acceso o códigos de respaldo para acceder.'
		},
		'password-replaced': {
			title: 'Tu contraseña ha cambiado',
			subject: 'Tu contraseña de {application} ha cambiado',
			text: 'Se estableció una contraseña nueva en la página de tu cuenta. Se cerró tu sesión en todos los demás lugares.'
		},
		'factor-removed': {
			title: 'Se ha quitado un segundo paso de tu cuenta',
			subject: '{application}: Se ha quitado un segundo paso de tu cuenta',
			text: 'Se quitó una aplicación de autenticación, una llave de acceso o códigos de respaldo, o se desactivó el segundo paso.'
		},
		'second-step-off': {
			title: 'Tu segundo paso se ha desactivado',
			subject: '{application}: Tu segundo paso se ha desactivado',
			text: 'Un responsable del servicio lo ha desactivado. Ya no se pide al iniciar sesión.'
		},
		'second-step-on': {
			title: 'Tu segundo paso se ha activado',
			subject: '{application}: Tu segundo paso se ha activado',
			text: 'Un responsable del servicio lo ha activado. Se vuelve a pedir al iniciar sesión.'
		},
		'browser-copied': {
			title: 'Un dispositivo de confianza vuelve a pedir el segundo paso',
			subject: '{application}: Un dispositivo de confianza vuelve a pedir el segundo paso',
			text: 'Lo que permite reconocerlo se usó dos veces, como si alguien lo hubiera copiado. El próximo inicio de sesión en él pedirá el segundo paso.'
		},
		'email-changed': {
			title: 'Tu correo electrónico ha cambiado',
			subject: '{application}: Tu correo electrónico ha cambiado',
			text: 'Se hizo en la página de tu cuenta.'
		},
		'phone-changed': {
			title: 'Tu número de teléfono ha cambiado',
			subject: '{application}: Tu número de teléfono ha cambiado',
			text: 'Se hizo en la página de tu cuenta.'
		},
		'username-changed': {
			title: 'Tu nombre de usuario ha cambiado',
			subject: '{application}: Tu nombre de usuario ha cambiado',
			text: 'Se hizo en la página de tu cuenta.'
		},
		'account-deleted': {
			title: 'Se ha eliminado tu cuenta',
			subject: '{application}: Se ha eliminado tu cuenta',
			text: 'Se eliminó en la página de la cuenta, con todo lo que contenía.'
		}
	},
	noticeWarning: 'Si no has sido tú, establece enseguida una contraseña nueva y avisa a los responsables del servicio.'
};
