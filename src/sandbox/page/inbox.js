// The page's own script: shows messages as they arrive, and copies codes.
import { excerptMail, findLanguage, formatRecipient, formatTime, splitAtCode } from './present.js';

/**
 * @typedef {{
 *   id: string, channel: 'sms' | 'email', to: string, code: string, text: string, at: number,
 *   subject?: string, from?: string, segments?: number, call?: string, hasHtml: boolean
 * }} Arrival
 */

const language = document.documentElement.lang;
const phone = find(document, '#messages');
const list = find(phone, '.list');
const people = find(phone, '.people');
const scroll = find(phone, '.scroll');
const live = find(phone, '.live');
const news = find(phone, '.news');
const partsWord = phone.dataset['parts'] ?? '';

for (const time of list.querySelectorAll('time')) {
	// The server wrote its own time zone; the reader may be in another.
	time.textContent = formatTime(Date.parse(time.dateTime), Date.now(), language);
}
showCopyButtons(list);
list.addEventListener('click', copyCode);
listen();

function listen() {
	const query = new URLSearchParams(location.search);
	query.set('after', phone.dataset['after'] ?? '0');
	const events = new EventSource(`/_sandbox/events?${query}`);
	showState(live.dataset['connecting'], false);
	events.addEventListener('open', () => showState(live.dataset['live'], true));
	events.addEventListener('error', () => showState(live.dataset['connecting'], false));
	events.addEventListener('message', (event) => show(JSON.parse(event.data)));
	events.addEventListener('cleared', () => location.reload());
	addEventListener('pagehide', () => events.close());
}

/** @param {string | undefined} text @param {boolean} isLive */
function showState(text, isLive) {
	live.textContent = text ?? '';
	live.classList.toggle('is-live', isLive);
}

/** @param {Arrival} message */
function show(message) {
	if (document.getElementById(`m-${message.id}`)) return;
	const template = find(document, `template#${message.channel}`);
	if (!(template instanceof HTMLTemplateElement)) return;
	const item = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
	item.id = `m-${message.id}`;
	item.classList.add('is-new');
	fill(item, message);
	// The newest message is at scroll position 0. Who has scrolled up is reading and stays there.
	const isAtNewest = Math.abs(scroll.scrollTop) < 120;
	list.append(item);
	showCopyButtons(item);
	addPerson(message.to);
	news.textContent = `${news.dataset['news']} ${formatRecipient(message.to)}: ${message.subject ?? ''} ${message.text}`;
	if (isAtNewest) scroll.scrollTo({ top: 0 });
}

/** @param {HTMLElement} item @param {Arrival} message */
function fill(item, message) {
	const split = message.channel === 'email' ? excerptMail : splitAtCode;
	const [before, code, after] = split(message.text, message.code);
	const segments = message.segments ?? 1;
	const slots = {
		to: formatRecipient(message.to),
		parts: segments > 1 ? `${segments} ${partsWord}` : '',
		time: formatTime(message.at, Date.now(), language),
		from: message.from ?? '',
		subject: message.subject ?? '',
		copy: message.code,
		before,
		code,
		after
	};
	for (const [name, value] of Object.entries(slots)) {
		const slot = item.querySelector(`[data-slot="${name}"]`);
		if (slot) slot.textContent = value;
	}
	item.querySelector('[data-slot="text"]')?.setAttribute('lang', findLanguage(message.text));
	item.querySelector('time')?.setAttribute('datetime', new Date(message.at).toISOString());
	item.querySelector('[data-copy]')?.setAttribute('data-copy', message.code);
	const sent = item.querySelector('[data-slot="call"]');
	if (message.call) sent?.setAttribute('href', `/calls/${message.call}`);
	else sent?.remove();
	if (!message.hasHtml) return item.querySelector('.mail')?.remove();
	const address = `/_sandbox/messages/${message.id}/html`;
	item.querySelector('iframe')?.setAttribute('src', address);
	item.querySelector('[data-slot="open"]')?.setAttribute('href', address);
}

/** @param {string} to */
function addPerson(to) {
	const address = `/?to=${encodeURIComponent(to)}`;
	// Narrowed to one recipient, the page hears of nobody else; its address may spell that one in another way.
	const narrowed = people.querySelector('[aria-current]:not(:first-child)');
	const known = narrowed ?? [...people.children].find((link) => link.getAttribute('href') === address);
	const link = known ?? document.createElement('a');
	link.setAttribute('href', address);
	link.textContent = formatRecipient(to);
	people.firstElementChild?.after(link);
}

/** @param {HTMLElement} root */
function showCopyButtons(root) {
	for (const button of root.querySelectorAll('.copy')) {
		button.toggleAttribute('hidden', !button.getAttribute('data-copy'));
	}
}

/** @param {Event} event */
async function copyCode(event) {
	const button = event.target instanceof Element ? event.target.closest('.copy') : null;
	if (!(button instanceof HTMLElement)) return;
	try {
		await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
	} catch {
		// No permission: the code is selected, so that one key press copies it.
		const code = button.closest('.message')?.querySelector('.code');
		if (code) getSelection()?.selectAllChildren(code);
		return;
	}
	button.dataset['done'] = '';
	news.textContent = button.querySelector('.done')?.textContent ?? '';
	setTimeout(() => delete button.dataset['done'], 1600);
}

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement} */
function find(root, selector) {
	const element = root.querySelector(selector);
	if (!(element instanceof HTMLElement)) throw new Error(`The page has no ${selector}.`);
	return element;
}
