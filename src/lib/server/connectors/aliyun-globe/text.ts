// The text of an international message, and the line that binds its code to the page that waits for it.
import type { Message } from '../../usecases/ports.ts';
import { formatMinutes, mailWords } from '../mail/languages.ts';
import { headlineOf } from '../mail/words.ts';
import type { AliyunGlobeConfig } from './config.ts';

export function writeText(message: Message, { templates }: Pick<AliyunGlobeConfig, 'templates'>): string {
	const ofType = (type: string) => templates.find(({ usageType }) => usageType === type)?.text;
	const registered = ofType(message.type) ?? ofType('Generic');
	const words = registered ? fill(registered, message) : compose(message);
	return message.host ? `${words}\n\n${boundLine(message.host, message.code)}` : words;
}

/** Origin-bound one-time codes (WICG): the last line, the page's host without a port, then the code. */
function boundLine(host: string, code: string): string {
	return `@${host} #${code}`;
}

function compose({ locale, type, code, applicationName, minutes }: Message): string {
	const words = mailWords(locale);
	const { language, expiry } = words;
	const { title, subject } = headlineOf(words, type);
	const application = plain(applicationName);
	const opening = application ? subject.replace('{application}', () => application) : title;
	return `${opening}: ${code}\n${expiry.replace('{duration}', formatMinutes(language, minutes))}`;
}

function fill(text: string, { code, applicationName, minutes }: Message): string {
	const values: Record<string, string> = {
		code,
		minutes: String(minutes),
		'application.name': plain(applicationName)
	};
	return text.replace(/\{\{\s*(code|minutes|application\.name)\s*\}\}/g, (_, name: string) => values[name] ?? '');
}

/** One line, and nothing that a phone could take for a bound line or a link of somebody else's. */
function plain(name = ''): string {
	return name
		.replace(/[@#\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.trim()
		.slice(0, 40);
}
