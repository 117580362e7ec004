// The languages that pages speak. A new one is a file in messages/, one in connectors/mail/words/, its code in
// project.inlang, and a line here.

/** Names are what native readers call their own language, in the order in which the list shows them. */
export const languages = [
	{ code: 'id', name: 'Bahasa Indonesia' },
	{ code: 'cs', name: 'Čeština' },
	{ code: 'de', name: 'Deutsch' },
	{ code: 'en', name: 'English' },
	{ code: 'es', name: 'Español' },
	{ code: 'fr', name: 'Français' },
	{ code: 'it', name: 'Italiano' },
	{ code: 'nl', name: 'Nederlands' },
	{ code: 'pl-PL', name: 'Polski' },
	{ code: 'pt-BR', name: 'Português (Brasil)' },
	{ code: 'pt-PT', name: 'Português (Portugal)' },
	{ code: 'vi', name: 'Tiếng Việt' },
	{ code: 'tr-TR', name: 'Türkçe' },
	{ code: 'ru', name: 'Русский' },
	{ code: 'uk-UA', name: 'Українська' },
	{ code: 'he', name: 'עברית' },
	{ code: 'ar', name: 'العربية' },
	{ code: 'fa-IR', name: 'فارسی' },
	{ code: 'hi', name: 'हिन्दी' },
	{ code: 'th', name: 'ไทย' },
	{ code: 'ko', name: '한국어' },
	{ code: 'ja', name: '日本語' },
	{ code: 'zh-CN', name: '简体中文' },
	{ code: 'zh-TW', name: '繁體中文（台灣）' },
	{ code: 'zh-HK', name: '繁體中文（香港）' }
];
