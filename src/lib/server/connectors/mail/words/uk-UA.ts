import type { MailWords } from '../words.ts';

export const ukUA: MailWords = {
	language: 'uk-UA',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Код для входу', subject: '{application}: код для входу' },
		Register: { title: 'Код для реєстрації', subject: '{application}: код для реєстрації' },
		ForgotPassword: { title: 'Код для скидання пароля', subject: '{application}: код для скидання пароля' },
		Generic: { title: 'Код підтвердження', subject: '{application}: код підтвердження' }
	},
	instruction: 'Введіть його на сторінці, яка його просить.',
	expiry: 'Термін дії: {duration}. Код можна використати один раз.',
	warning: 'Якщо ви не просили код, не зважайте на цей лист. Нікому не повідомляйте код.',
	notices: {
		'password-reset': {
			title: 'Пароль змінено',
			subject: '{application}: пароль змінено',
			text: 'Новий пароль задано через «Забули пароль?». На всіх пристроях виконано вихід. Увійдіть із новим паролем.'
		},
		'password-changed': {
			title: 'Пароль змінено',
			subject: '{application}: пароль змінено',
			text: 'Адміністратор сервісу задав новий пароль для вашого облікового запису. На всіх пристроях виконано вихід.'
		},
		'password-added': {
			title: 'Обліковий запис тепер має пароль',
			subject: '{application}: обліковий запис тепер має пароль',
			text: 'Для облікового запису вперше задано пароль. Відтепер із ним теж можна ввійти.'
		}
	},
	noticeWarning: 'Якщо це були не ви, одразу задайте новий пароль і повідомте власників сервісу.'
};
