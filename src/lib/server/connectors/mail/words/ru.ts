import type { MailWords } from '../words.ts';

export const ru: MailWords = {
	language: 'ru',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Код для входа', subject: '{application}: код для входа' },
		Register: { title: 'Код для регистрации', subject: '{application}: код для регистрации' },
		ForgotPassword: { title: 'Код для сброса пароля', subject: '{application}: код для сброса пароля' },
		Generic: { title: 'Код подтверждения', subject: '{application}: код подтверждения' }
	},
	instruction: 'Введите его на странице, где вы его запросили.',
	expiry: 'Срок действия: {duration}. Код можно использовать один раз.',
	warning: 'Если вы не запрашивали код, не обращайте внимания на это письмо. Никому не сообщайте код.',
	notices: {
		'password-reset': {
			title: 'Пароль изменён',
			subject: '{application}: пароль изменён',
			text: 'Новый пароль задан через «Забыли пароль?». На всех устройствах выполнен выход. Войдите с новым паролем.'
		},
		'password-changed': {
			title: 'Пароль изменён',
			subject: '{application}: пароль изменён',
			text: 'Администратор сервиса задал новый пароль для вашего аккаунта. На всех устройствах выполнен выход.'
		},
		'password-added': {
			title: 'У аккаунта теперь есть пароль',
			subject: '{application}: у аккаунта теперь есть пароль',
			text: 'Для аккаунта впервые задан пароль. Теперь с ним тоже можно войти.'
		}
	},
	noticeWarning: 'Если это были не вы, сразу задайте новый пароль и сообщите владельцам сервиса.'
};
