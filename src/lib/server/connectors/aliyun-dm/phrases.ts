// The words of the mail that Foyer writes itself, in English and Chinese.
import type { Message, Notice } from '../../usecases/ports.ts';

type Phrases = {
	language: string;
	subject(type: Message['type'], application: string): string;
	title(type: Message['type']): string;
	instruction: string;
	expiry(minutes: number): string;
	warning: string;
};

const englishNames = {
	SignIn: 'sign-in',
	Register: 'sign-up',
	ForgotPassword: 'password reset',
	Generic: 'verification'
};

const english: Phrases = {
	language: 'en',
	subject: (type, application) => `Your ${application && `${application} `}${englishNames[type]} code`,
	title: (type) => `Your ${englishNames[type]} code`,
	instruction: 'Enter it on the page where you asked for it.',
	expiry: (minutes) => `It works once, for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
	warning: 'If you did not ask for it, ignore this mail. Do not share the code with anyone.'
};

const chineseNames = { SignIn: '登录', Register: '注册', ForgotPassword: '重设密码', Generic: '' };

const chinese: Phrases = {
	language: 'zh-CN',
	subject: (type, application) => `${application && `${application} `}${chineseNames[type]}验证码`,
	title: (type) => `您的${chineseNames[type]}验证码`,
	instruction: '请在获取验证码的页面输入。',
	expiry: (minutes) => `${minutes} 分钟内有效，仅可使用一次。`,
	warning: '如非本人操作，请忽略此邮件。请勿将验证码告知他人。'
};

type NoticePhrases = Record<
	Notice['what'],
	{ language: string; subject(application: string): string; title: string; instruction: string; warning: string }
>;

const englishNotices: NoticePhrases = {
	'password-reset': {
		language: 'en',
		subject: (application) => `Your ${application && `${application} `}password was changed`,
		title: 'Your password was changed',
		instruction:
			'A new password was set with “Forgot password”. You were signed out on every device; sign in with the new one.',
		warning: 'If that was not you, set a new password at once and tell those who run the service.'
	}
};

const chineseNotices: NoticePhrases = {
	'password-reset': {
		language: 'zh-CN',
		subject: (application) => `您的${application && ` ${application} `}密码已更改`,
		title: '您的密码已更改',
		instruction: '已通过“忘记密码”设置新密码。您已在所有设备上退出登录，请使用新密码登录。',
		warning: '如非本人操作，请立即重新设置密码，并联系服务提供方。'
	}
};

export function noticePhrases(locale: string): NoticePhrases {
	return /^zh\b/i.test(locale) ? chineseNotices : englishNotices;
}

export function phrases(locale: string): Phrases {
	return /^zh\b/i.test(locale) ? chinese : english;
}
