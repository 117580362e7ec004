// What was sent through the sandbox: the receipts of every accepted send, and the messages that arrived.
import { randomUUID } from 'node:crypto';

export type Message = {
	id: string;
	channel: 'sms' | 'email';
	/** `+8613490000100`, or a mail address. */
	to: string;
	/** The one-time code in the message; empty when there is none. */
	code: string;
	text: string;
	subject?: string;
	html?: string;
	/** Mail only: the alias and the address that the reader sees. */
	from?: string;
	signName?: string;
	templateCode?: string;
	segments?: number;
	/** The call that sent it, for `/calls/<id>`. */
	call?: string;
	/** Whose recipient it went to, when that is claimed. */
	namespace?: string;
	/** Epoch milliseconds; no two messages share one. */
	at: number;
};

export type Draft = Omit<Message, 'id' | 'at' | 'namespace' | 'call'>;

export type InboxEvent = { type: 'arrived'; message: Message } | { type: 'cleared' };

export type Filter = {
	to?: string;
	after?: number;
	/** Only messages to recipients of this namespace. */
	namespace?: string;
	/** Only messages with these words in their text, subject or recipient. */
	words?: string;
};

export type Inbox = {
	add(draft: Draft): Message;
	find(id: string): Message | undefined;
	list(filter?: Filter): Message[];
	clear(filter?: Filter): void;
	/** Answers a function that stops listening. */
	listen(listener: (event: InboxEvent) => void): () => void;
};

const capacity = 2000;

export type InboxParts = {
	now(): number;
	namespaceOf?(to: string): string | undefined;
	/** The call that is being answered. */
	callNow?(): string | undefined;
};

export function createInbox(parts: InboxParts): Inbox {
	const { now, namespaceOf = () => undefined, callNow = () => undefined } = parts;
	let messages: Message[] = [];
	let lastAt = 0;
	const listeners = new Set<(event: InboxEvent) => void>();
	const tell = (event: InboxEvent) => listeners.forEach((listener) => listener(event));

	return {
		add(draft) {
			// Strictly growing, so that `after` never skips a message or gives one twice.
			lastAt = Math.max(now(), lastAt + 1);
			const namespace = namespaceOf(draft.to);
			const call = callNow();
			const origin = { ...(call ? { call } : {}), ...(namespace ? { namespace } : {}) };
			const message: Message = { id: randomUUID(), ...draft, ...origin, at: lastAt };
			messages = [...messages, message].slice(-capacity);
			tell({ type: 'arrived', message });
			return message;
		},
		find: (id) => messages.find((message) => message.id === id),
		list: (filter = {}) => messages.filter((message) => isMatch(message, filter)),
		clear(filter = {}) {
			messages = messages.filter((message) => !isMatch(message, filter));
			tell({ type: 'cleared' });
		},
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}

export function isMatch(message: Message, filter: Filter): boolean {
	if (filter.after !== undefined && message.at <= filter.after) return false;
	if (filter.words !== undefined && !hasWords(message, filter.words)) return false;
	if (filter.namespace !== undefined && message.namespace !== filter.namespace) return false;
	return filter.to === undefined || isRecipient(message, filter.to);
}

function hasWords({ text, subject, to, from }: Message, words: string): boolean {
	const haystack = [text, subject, to, from].join('\n').toLowerCase();
	return words
		.toLowerCase()
		.split(/\s+/)
		.every((word) => haystack.includes(word));
}

/** Numbers match with or without plus, zeros and country code. A `+` in a query string arrives as a space. */
function isRecipient(message: Message, to: string): boolean {
	if (message.channel === 'email' || to.includes('@')) return message.to.toLowerCase() === to.trim().toLowerCase();
	const wanted = to.replace(/[\s().-]/g, '').replace(/^(\+|00)/, '');
	const digits = message.to.slice(1);
	return wanted.length >= 7 && /^\d+$/.test(wanted) && digits.endsWith(wanted);
}
