// The pages about calls: the list of the last ones, and one of them with its signature step by step.
import type { SignatureCheck } from '../calls/check-signature.ts';
import type { CallRecord } from '../calls/store.ts';
import { html, nothing, type Html } from './html.ts';
import { arch, favicon } from './icons.ts';
import { formatTime } from './present.js';
import type { Words } from './words.ts';

export function renderCalls(calls: CallRecord[], now: number, words: Words): string {
	const rows = calls.map(
		(call) =>
			html`<li>
				<a href="/calls/${call.id}">
					<span class="action">${call.action || words.unknownAction}</span>
					<span class="outcome ${isRefused(call) ? 'is-bad' : 'is-good'}">${outcomeOf(call, words)}</span>
					<time datetime="${new Date(call.at).toISOString()}">${formatTime(call.at, now, words.language)}</time>
				</a>
			</li>`
	);
	const list =
		rows.length > 0
			? html`<ol class="rows">
					${rows}
				</ol>`
			: html`<p>${words.noCalls}</p>`;
	return renderDocument(
		words.calls,
		html`<p class="lead">${words.callsLead}</p>
			${list}`,
		words,
		'/'
	);
}

export function renderCall(call: CallRecord, now: number, words: Words): string {
	const { signature, answer } = call;
	const title = call.action || words.unknownAction;
	return renderDocument(
		title,
		html`<p class="lead">
				<span class="outcome ${isRefused(call) ? 'is-bad' : 'is-good'}">${outcomeOf(call, words)}</span>
				${formatTime(call.at, now, words.language)} · ${call.method} ${call.path} · ${call.version}
			</p>
			${viewPairs(words.parameters, [...call.query, ...call.form])}
			${call.body === undefined ? nothing : viewText(words.body, call.body)}
			${
				signature
					? viewSignature(signature, words)
					: html`<h2>${words.signatureCheck}</h2>
							<p>${words.noSignature}</p>`
			}
			${viewPairs(words.headers, call.headers)}
			${viewText(words.answer, answer ? `HTTP ${answer.status}\n\n${answer.body}` : words.connectionCut)}
			<p class="note">${words.struck}</p>`,
		words,
		'/calls'
	);
}

function viewSignature(check: SignatureCheck, words: Words): Html {
	const step = (isGood: boolean, text: string) =>
		html`<li class="${isGood ? 'is-good' : 'is-bad'}">
			<span class="unseen">${isGood ? words.fits : words.fitsNot}: </span>${text}
		</li>`;
	return html`<h2>${words.signatureCheck}</h2>
		<ol class="steps">
			${step(check.isKnownKey, `${words.stepKey} ${check.accessKeyId}`)} ${step(check.isComplete, words.stepComplete)}
			${step(check.fits, check.fits ? words.stepSame : words.stepDifferent)}
		</ol>
		${viewText(`${words.canonical} (${check.scheme})`, check.canonical)}
		${check.stringToSign ? viewText(words.stringToSign, check.stringToSign) : nothing}
		${viewPairs(words.signatures, [
			[words.theirs, check.theirs],
			[words.ours, check.ours ?? words.unknownKey]
		])}`;
}

function viewText(title: string, text: string): Html {
	return html`<h2>${title}</h2>
		<pre tabindex="0" aria-label="${title}">${text}</pre>`;
}

function viewPairs(title: string, pairs: [string, string][]): Html {
	if (pairs.length === 0) return nothing;
	const rows = pairs.map(
		([name, value]) =>
			html`<div>
				<dt>${name}</dt>
				<dd dir="auto">${value}</dd>
			</div>`
	);
	return html`<h2>${title}</h2>
		<dl>${rows}</dl>`;
}

function isRefused({ answer }: CallRecord): boolean {
	return !answer || answer.status >= 400 || !['', 'OK'].includes(answer.code);
}

function outcomeOf({ answer }: CallRecord, words: Words): string {
	return answer ? answer.code || String(answer.status) : words.connectionCut;
}

function renderDocument(title: string, body: Html, words: Words, back: string): string {
	return html`<!doctype html>
		<html lang="${words.language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
				<meta name="color-scheme" content="light dark" />
				<title>${title} · ${words.title} · Foyer</title>
				<link rel="icon" href="${favicon}" />
				<link rel="stylesheet" href="/_sandbox/inbox.css" />
				<link rel="stylesheet" href="/_sandbox/calls.css" />
			</head>
			<body class="calls">
				<main>
					<p class="brand">${arch} Foyer</p>
					<nav><a href="${back}">${back === '/' ? words.title : words.calls}</a></nav>
					<h1>${title}</h1>
					${body}
				</main>
			</body>
		</html> `.markup;
}
