// Which words a mail is written in.
import type { MailWords } from './words.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';

const languages: MailWords[] = [en, zhCN];

/** Those of the page's language; of a relative of it, where it isn't there; else English. */
export function mailWords(locale: string): MailWords {
	const base = locale.split('-')[0];
	return (
		languages.find(({ language }) => language === locale) ??
		languages.find(({ language }) => language.split('-')[0] === base) ??
		en
	);
}

/** "5 minutes", as the language says it. */
export function formatMinutes(locale: string, minutes: number): string {
	const text = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);
	// Japanese sets no space between a number and its unit.
	return locale === 'ja' ? text.replace(' ', '') : text;
}
