// The inbox page: complete without script, live with it.
import type { Catalog } from '../catalog.ts';
import type { Message } from '../inbox/store.ts';
import { html, nothing, type Html } from './html.ts';
import { arch, favicon, speechBubble } from './icons.ts';
import { viewMessage, viewTemplates } from './message-view.ts';
import { formatRecipient } from './present.js';
import { viewSetup } from './setup-view.ts';
import type { Words } from './words.ts';

export type PageFacts = {
	catalog: Catalog;
	endpoint: string;
	messages: Message[];
	/** Everybody who has got a message, the latest first. */
	recipients: string[];
	/** The recipient that the page is narrowed to. */
	to: string | undefined;
	/** The words that the page is narrowed to. */
	search: string | undefined;
	now: number;
	words: Words;
};

export function renderPage(facts: PageFacts): string {
	const { catalog, endpoint, to, words } = facts;
	const page = html`<!doctype html>
		<html lang="${words.language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
				<meta name="color-scheme" content="light dark" />
				<title>${words.title} · Foyer</title>
				<link rel="icon" href="${favicon}" />
				<link rel="stylesheet" href="/_sandbox/inbox.css" />
				<script type="module" src="/_sandbox/inbox.js"></script>
				<noscript><meta http-equiv="refresh" content="5" /></noscript>
			</head>
			<body>
				<main>
					<h1 class="unseen">${words.title}</h1>
					${viewPhone(facts)} ${viewSetup(catalog, endpoint, to, words)}
				</main>
				${viewTemplates(words)}
			</body>
		</html> `;
	return page.markup;
}

function viewPhone({ messages, recipients, to, search, now, words }: PageFacts): Html {
	const last = messages.at(-1)?.at ?? 0;
	const items = messages.map((message) => viewMessage(message, now, words));
	return html`<section id="messages" class="phone" data-after="${last}" data-parts="${words.parts}">
		<header>
			<span class="face">${arch}</span>
			<h2>${words.messages}</h2>
			<p class="live" data-live="${words.live}" data-connecting="${words.connecting}"><a href="">${words.reload}</a></p>
			<a class="to-setup" href="#setup">${words.setup}</a>
		</header>
		${viewSearch(to, search, words)} ${viewPeople(recipients, to, words)}
		<div class="scroll" tabindex="0" role="region" aria-label="${words.messages}">
			<div class="empty">
				${speechBubble}
				<h3>${search === undefined ? words.emptyTitle : words.searchEmpty}</h3>
				${search === undefined ? html`<p>${words.emptyText}</p>` : nothing}
			</div>
			<ol class="list">
				${items}
			</ol>
		</div>
		<p class="news unseen" role="status" data-news="${words.news}"></p>
	</section>`;
}

/** A plain form: it works without script, and the stream of new messages follows it. */
function viewSearch(to: string | undefined, search: string | undefined, words: Words): Html {
	return html`<form class="search" role="search" action="/">
		<input type="search" name="q" value="${search ?? ''}" aria-label="${words.search}" placeholder="${words.search}" />
		${to === undefined ? nothing : html`<input type="hidden" name="to" value="${to}" />`}
	</form>`;
}

function viewPeople(recipients: string[], to: string | undefined, words: Words): Html {
	const shown = to === undefined || recipients.includes(to) ? recipients : [to, ...recipients];
	const link = (address: string, label: string, isCurrent: boolean) =>
		html`<a href="${address}" ${isCurrent ? html`aria-current="page"` : nothing}>${label}</a>`;
	const links = shown.map((recipient) =>
		link(`/?to=${encodeURIComponent(recipient)}`, formatRecipient(recipient), recipient === to)
	);
	return html`<nav class="people" aria-label="${words.people}">${link('/', words.all, to === undefined)}${links}</nav>`;
}
