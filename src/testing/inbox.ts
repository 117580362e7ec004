// Reads what the sandbox received, as a person looks at the phone.
import type { Message } from '../sandbox/inbox/store.ts';

export type ReceivedMessage = Pick<Message, 'id' | 'channel' | 'to' | 'code' | 'text' | 'subject' | 'at'>;

export type Inbox = {
	/**
	 * The code of the next message to a recipient: the first that no earlier `nextCode` of this inbox has given. Waits for
	 * it without polling; rejects when none has come after 20 seconds.
	 */
	nextCode(to: string): Promise<string>;
	/** The newest code for a recipient; waits for one when there is none yet. `after` skips what came until then. */
	codeFor(to: string, options?: { after?: number }): Promise<string>;
	messageFor(to: string, options?: { after?: number }): Promise<ReceivedMessage>;
	/** What has arrived so far, oldest first. */
	messages(to?: string): Promise<ReceivedMessage[]>;
	clear(): Promise<void>;
};

/** The inbox's limit, in seconds, on how long one question may wait. */
const waitSeconds = 20;

/** `namespace` narrows `messages` and `clear` to the recipients of one namespace. */
export function openInbox(sandboxUrl: string, namespace?: string): Inbox {
	const mine: Record<string, string> = namespace === undefined ? {} : { namespace };
	const lastGiven = new Map<string, number>();
	const list = async (query: Record<string, string>): Promise<ReceivedMessage[]> => {
		const response = await fetch(`${sandboxUrl}/_sandbox/messages?${new URLSearchParams(query)}`);
		if (!response.ok) throw new Error(`the inbox answers ${response.status}`);
		return (await response.json()) as ReceivedMessage[];
	};
	/** Oldest first, at least one. */
	const wait = async (to: string, after: number | undefined): Promise<ReceivedMessage[]> => {
		const query = { to, wait: String(waitSeconds), ...(after === undefined ? {} : { after: String(after) }) };
		const found = await list(query);
		if (found.length === 0) throw new Error(`no message for ${to} within ${waitSeconds} s`);
		return found.sort((a, b) => a.at - b.at);
	};
	const messageFor: Inbox['messageFor'] = async (to, { after } = {}) =>
		(await wait(to, after)).at(-1) as ReceivedMessage;
	return {
		async nextCode(to) {
			const [next] = (await wait(to, lastGiven.get(to))) as [ReceivedMessage];
			lastGiven.set(to, next.at);
			return next.code;
		},
		messageFor,
		codeFor: async (to, options) => (await messageFor(to, options)).code,
		messages: (to) => list(to === undefined ? mine : { ...mine, to }),
		async clear() {
			await fetch(`${sandboxUrl}/_sandbox/messages?${new URLSearchParams(mine)}`, { method: 'DELETE' });
		}
	};
}
