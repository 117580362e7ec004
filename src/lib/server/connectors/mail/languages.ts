// Which words a mail is written in.
import type { MailWords } from './words.ts';
import { ar } from './words/ar.ts';
import { cs } from './words/cs.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { faIR } from './words/fa-IR.ts';
import { fr } from './words/fr.ts';
import { he } from './words/he.ts';
import { hi } from './words/hi.ts';
import { id } from './words/id.ts';
import { it } from './words/it.ts';
import { ja } from './words/ja.ts';
import { ko } from './words/ko.ts';
import { nl } from './words/nl.ts';
import { plPL } from './words/pl-PL.ts';
import { ptBR } from './words/pt-BR.ts';
import { ptPT } from './words/pt-PT.ts';
import { ru } from './words/ru.ts';
import { th } from './words/th.ts';
import { trTR } from './words/tr-TR.ts';
import { ukUA } from './words/uk-UA.ts';
import { vi } from './words/vi.ts';
import { zhCN } from './words/zh-CN.ts';
import { zhHK } from './words/zh-HK.ts';
import { zhTW } from './words/zh-TW.ts';

const languages: MailWords[] = [
	ar,
	cs,
	de,
	en,
	es,
	faIR,
	fr,
	he,
	hi,
	id,
	it,
	ja,
	ko,
	nl,
	plPL,
	ptBR,
	ptPT,
	ru,
	th,
	trTR,
	ukUA,
	vi,
	zhCN,
	zhHK,
	zhTW
];

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
	// Western digits, as those of the code are.
	const text = new Intl.NumberFormat(`${locale}-u-nu-latn`, {
		style: 'unit',
		unit: 'minute',
		unitDisplay: 'long'
	}).format(minutes);
	// Japanese sets no space between a number and its unit.
	return locale === 'ja' ? text.replace(' ', '') : text;
}
