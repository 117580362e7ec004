// The real @logto/node client as an application keeps it: storage in memory, and the address it wants the browser at.
import LogtoClient, { type LogtoConfig } from '@logto/node';

export type Kept = Map<string, string>;

/** `kept` may be shared or copied: each request of a web application builds a client on the same stored session. */
export function createLogtoClient(config: LogtoConfig, kept: Kept = new Map()) {
	let wanted: string | undefined;
	const client = new LogtoClient(config, {
		storage: {
			getItem: async (key) => kept.get(key) ?? null,
			setItem: async (key, value) => void kept.set(key, value),
			removeItem: async (key) => void kept.delete(key)
		},
		navigate: (url) => {
			wanted = url;
		}
	});
	return {
		client,
		kept,
		/** Where the client last sent the browser. */
		wanted(): string {
			if (!wanted) throw new Error('the client sent the browser nowhere');
			return wanted;
		}
	};
}
