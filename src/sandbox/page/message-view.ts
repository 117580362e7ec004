// One message as a bubble; the page's script fills the same markup for those that arrive later.
import type { Message } from '../inbox/store.ts';
import { html, nothing, type Html } from './html.ts';
import { excerptMail, findLanguage, formatRecipient, formatTime, splitAtCode } from './present.js';
import type { Words } from './words.ts';

/** `data-slot` names what the script writes there. */
export function viewMessage(message: Message, now: number, words: Words): Html {
	const isMail = message.channel === 'email';
	const [before, code, after] = (isMail ? excerptMail : splitAtCode)(message.text, message.code);
	const parts = (message.segments ?? 1) > 1 ? `${message.segments} ${words.parts}` : '';
	const time = formatTime(message.at, now, words.language);
	return html`<li class="message" id="m-${message.id}" data-channel="${message.channel}">
		<p class="stamp">
			<span>${words.to} <span class="whole" data-slot="to">${formatRecipient(message.to)}</span></span>
			<span data-slot="parts">${parts}</span>
			<time data-slot="time" datetime="${new Date(message.at).toISOString()}">${time}</time>
		</p>
		<div class="bubble">
			${isMail ? viewHead(message) : nothing}
			<p class="text" data-slot="text" lang="${findLanguage(message.text)}" dir="auto">
				<span data-slot="before">${before}</span><b class="code" data-slot="code">${code}</b
				><span data-slot="after">${after}</span>
			</p>
			${isMail ? viewMail(message, words) : nothing}
		</div>
		<button type="button" class="copy" data-copy="${message.code}" hidden>
			<span class="ask">${words.copy} <span class="whole" data-slot="copy">${message.code}</span></span>
			<span class="done">${words.copied}</span>
		</button>
		${viewCallLink(message, words)}
	</li>`;
}

/** Absent for mail that came over SMTP. */
function viewCallLink({ call }: Message, words: Words): Html {
	if (call === undefined) return nothing;
	return html`<a class="sent" data-slot="call" href="/calls/${call}">${words.howSent}</a>`;
}

function viewHead(message: Message): Html {
	return html`<p class="from" data-slot="from">${message.from ?? ''}</p>
		<p class="subject" data-slot="subject">${message.subject ?? ''}</p>`;
}

function viewMail(message: Message, words: Words): Html {
	if (message.html === undefined) return nothing;
	const address = `/_sandbox/messages/${message.id}/html`;
	return html`<details class="mail">
		<summary>${words.showMail}</summary>
		<iframe data-slot="mail" sandbox title="${words.mail}" loading="lazy" src="${address}"></iframe>
		<a data-slot="open" href="${address}" target="_blank" rel="noreferrer">${words.openMail}</a>
	</details>`;
}

const blank = { id: '', to: '', code: '', text: '', at: 0, call: '' };

/** What the script clones; nothing inside a template loads. */
export function viewTemplates(words: Words): Html {
	return html`<template id="sms">${viewMessage({ ...blank, channel: 'sms' }, 0, words)}</template>
		<template id="email">${viewMessage({ ...blank, channel: 'email', html: '' }, 0, words)}</template>`;
}
