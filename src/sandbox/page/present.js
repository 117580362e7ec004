// How a message is worded on the page; the server and the page's script both use it.

/**
 * `+8613490000100` → `+86 134 9000 0100`; mail addresses stay as they are.
 * @param {string} to
 */
export function formatRecipient(to) {
	return to.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, '+86 $1 $2 $3').replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');
}

/**
 * The text around the code, so that the code can stand out.
 * @param {string} text
 * @param {string} code
 * @returns {[before: string, code: string, after: string]}
 */
export function splitAtCode(text, code) {
	const start = code ? text.indexOf(code) : -1;
	if (start < 0) return [text, '', ''];
	return [text.slice(0, start), code, text.slice(start + code.length)];
}

/** So much before the code that it stays within the four lines that a mail's bubble shows. */
const mostBefore = 60;

/**
 * The beginning of a mail's text, or its part around the code when that comes later; without empty lines.
 * @param {string} text
 * @param {string} code
 * @returns {[before: string, code: string, after: string]}
 */
export function excerptMail(text, code) {
	const dense = text.replace(/\s*\n\s*/g, '\n').trim();
	const [before, found, after] = splitAtCode(dense, code);
	if (!found) return [before, found, after];
	const near = before.split('\n').slice(-3).join('\n');
	return [near.length > mostBefore ? `…${near.slice(-mostBefore)}` : near, found, after];
}

/**
 * The language a text is read out and typeset in: a template's, not the page's.
 * @param {string} text
 */
export function findLanguage(text) {
	const words = text.replace(/^【.*?】/, '');
	return /\p{Script=Han}/u.test(words) ? 'zh-CN' : 'en';
}

/**
 * Today's messages show the time, older ones the day too.
 * @param {number} at
 * @param {number} now
 * @param {string} language
 */
export function formatTime(at, now, language) {
	const isToday = new Date(at).toDateString() === new Date(now).toDateString();
	/** @type {Intl.DateTimeFormatOptions} */
	const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
	/** @type {Intl.DateTimeFormatOptions} */
	const format = isToday ? time : { month: 'short', day: 'numeric', ...time };
	return new Intl.DateTimeFormat(language, format).format(at);
}
