// Reads what the sandbox received, as a person looks at the phone.

export type ReceivedMessage = {
	id: string;
	channel: 'sms' | 'email';
	to: string;
	code: string;
	text: string;
	subject?: string;
	at: number;
};

export type Inbox = {
	/** The newest code for a recipient; waits for one when there is none yet. `after` skips what came until then. */
	codeFor(to: string, options?: { after?: number }): Promise<string>;
	messageFor(to: string, options?: { after?: number }): Promise<ReceivedMessage>;
	/** What has arrived so far, oldest first. */
	messages(to?: string): Promise<ReceivedMessage[]>;
	clear(): Promise<void>;
};

const waitSeconds = 20;

export function createInbox(sandboxUrl: string): Inbox {
	const list = async (query: Record<string, string>): Promise<ReceivedMessage[]> => {
		const response = await fetch(`${sandboxUrl}/_sandbox/messages?${new URLSearchParams(query)}`);
		if (!response.ok) throw new Error(`the inbox answers ${response.status}`);
		return (await response.json()) as ReceivedMessage[];
	};
	const messageFor: Inbox['messageFor'] = async (to, { after } = {}) => {
		const query = { to, wait: String(waitSeconds), ...(after === undefined ? {} : { after: String(after) }) };
		const newest = (await list(query)).sort((a, b) => b.at - a.at)[0];
		if (!newest) throw new Error(`no message for ${to} within ${waitSeconds} s`);
		return newest;
	};
	return {
		messageFor,
		codeFor: async (to, options) => (await messageFor(to, options)).code,
		messages: (to) => list(to === undefined ? {} : { to }),
		async clear() {
			await fetch(`${sandboxUrl}/_sandbox/messages`, { method: 'DELETE' });
		}
	};
}
