// The mail that carries a code when no template is configured: simple HTML that survives mail programs, and a plain twin.
import type { Message, Notice } from '../../usecases/ports.ts';
import { formatMinutes, mailWords } from './languages.ts';
import { headlineOf } from './words.ts';

/** `html` is empty where a template is plain text. */
export type Mail = { subject: string; html: string; text?: string };

export function writeMail(message: Message): Mail {
	const words = mailWords(message.locale);
	const { language, direction, instruction, expiry, warning } = words;
	const application = oneLine(message.applicationName ?? '');
	const { title, subject } = headlineOf(words, message.type);
	return compose({
		language,
		direction,
		subject: application ? subject.replace('{application}', () => isolate(application, direction)) : title,
		title,
		instruction,
		expiry: expiry.replace('{duration}', formatMinutes(language, message.minutes)),
		warning,
		application,
		code: message.code
	});
}

/** No code and no link in it: there is nothing to lure anybody with. */
export function writeNotice({ what, locale, applicationName = '' }: Notice): Mail {
	const { language, direction, notices, noticeWarning } = mailWords(locale);
	const application = oneLine(applicationName);
	const { title, subject, text } = notices[what];
	return compose({
		language,
		direction,
		subject: application ? subject.replace('{application}', () => isolate(application, direction)) : title,
		title,
		instruction: text,
		expiry: '',
		warning: noticeWarning,
		application,
		code: ''
	});
}

function compose(words: Words): Mail {
	return { subject: words.subject, html: layOut(words), text: plainTwin(words) };
}

/** Keeps "Yahoo!" together, mark included, where the sentence around it is written from the right. */
function isolate(name: string, direction: string): string {
	return direction === 'rtl' ? `\u2068${name}\u2069` : name;
}

/** A template's own words are the administrator's HTML, or plain text; what is filled in is text. */
export function fillTemplate(
	template: { subject: string; content: string; contentType?: 'text/html' | 'text/plain' },
	message: Message
): Mail {
	const values: Record<string, string> = {
		code: message.code,
		'application.name': oneLine(message.applicationName ?? '')
	};
	const fill = (text: string, escape: (value: string) => string) =>
		text.replace(/\{\{\s*(code|application\.name)\s*\}\}/g, (_, name: string) => escape(values[name] ?? ''));
	const subject = fill(template.subject, String);
	if (template.contentType === 'text/plain') return { subject, html: '', text: fill(template.content, String) };
	return { subject, html: fill(template.content, escapeHtml) };
}

export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Control and direction characters could break a subject line or disguise a name; joiners are letters of Persian and Hindi. */
function oneLine(text: string): string {
	const clean = text.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
	return [...clean].slice(0, 40).join('');
}

type Words = Record<
	'language' | 'direction' | 'subject' | 'title' | 'instruction' | 'expiry' | 'warning' | 'application' | 'code',
	string
>;

function plainTwin(words: Words): string {
	const code = words.code && `    ${words.code}`;
	const lines = [words.application, words.title, code, words.instruction, words.expiry, words.warning];
	return `${lines.filter(Boolean).join('\n\n')}\n`;
}

/** The system's own face: it draws every script as the language of the mail does. */
const face = `font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif`;
const digits = `font:600 32px/1 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-variant-numeric:tabular-nums`;

/** Colours stand inline for programs that drop the style sheet; the sheet only brings the dark ones. */
function layOut(words: Words): string {
	const safe = (name: keyof Words) => escapeHtml(words[name]);
	const preview = escapeHtml(words.code ? `${words.code} · ${words.expiry}` : words.instruction);
	const sender = words.application
		? `<p class="quiet" style="margin:0 0 24px;font-size:14px;color:#5c6461">${safe('application')}</p>\n`
		: '';
	return `<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${safe('subject')}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
:root:lang(zh), :root:lang(ko) { word-break: keep-all; overflow-wrap: anywhere }
@media (prefers-color-scheme: dark) {
.page { background: #141716 !important }
.card { background: #1e2322 !important; border-color: #343b39 !important; color: #eceeed !important }
.code { background: #272e2c !important; color: #57c9b6 !important }
.quiet { color: #a3aca9 !important }
}
</style>
</head>
<body class="page" style="margin:0;padding:24px 16px;background:#f4f3f0">
<div style="display:none;max-height:0;overflow:hidden">${preview}</div>
<div class="card" style="max-width:480px;margin:0 auto;padding:32px;box-sizing:border-box;background:#fff;border:1px solid #e3e2dd;border-radius:16px;color:#1c211f;font-size:16px;line-height:1.5;${face}">
${sender}<h1 style="margin:0 0 8px;font-size:24px;line-height:1.25;font-weight:650">${safe('title')}</h1>
<p style="margin:0 0 24px">${safe('instruction')}</p>
${words.code && codeBlock(safe('code'), safe('expiry'))}<p class="quiet" style="margin:0;font-size:14px;color:#5c6461">${safe('warning')}</p>
</div>
</body>
</html>
`;
}

function codeBlock(code: string, expiry: string): string {
	return `<p class="code" dir="ltr" style="margin:0 0 24px;padding:20px;border-radius:12px;background:#eef4f2;color:#0b5d53;text-align:center;letter-spacing:4px;text-indent:4px;white-space:nowrap;-webkit-user-select:all;user-select:all;${digits}">${code}</p>
<p class="quiet" style="margin:0 0 8px;font-size:14px;color:#5c6461">${expiry}</p>
`;
}
