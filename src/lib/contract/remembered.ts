// The accounts that signed in with a browser. It keeps them sealed: whoever sits before it next is shown masks only.
import type { Identifier } from './schemas.ts';

/** What opened the account last. A link of a mail counts as a code. */
export type SignInWay = 'code' | 'password' | 'passkey';

export type RememberedAccount = Identifier & {
	/** What pages and forms call it: it tells nothing, and means nothing to another browser. */
	id: string;
	userId: string;
	way: SignInWay;
	/** Epoch milliseconds. */
	at: number;
};

/** Sealed in one cookie, for all applications alike. Whoever signed in last comes first. */
export type Remembered = RememberedAccount[];

export const mostRemembered = 5;
/** An account that was not used for so long is not offered any more. */
export const rememberedMs = 90 * 24 * 3600 * 1000;
/** Bytes of JSON, so that the sealed cookie stays below 2 kB: addresses and names can be long. */
const longestJson = 1400;

/** One entry an account, and one an identifier: numbers move on. */
export function withAccount(before: Remembered, account: RememberedAccount): Remembered {
	const others = before.filter(({ userId, type, value }) => {
		return userId !== account.userId && !(type === account.type && value === account.value);
	});
	// A chooser in another tab still means the same row.
	const known = before.find(({ userId }) => userId === account.userId);
	const accounts = [{ ...account, id: known?.id ?? account.id }, ...others].slice(0, mostRemembered);
	while (accounts.length > 1 && bytesOf(accounts) > longestJson) accounts.pop();
	return accounts;
}

function bytesOf(accounts: Remembered): number {
	return new TextEncoder().encode(JSON.stringify(accounts)).length;
}

/** Those that are remembered still. */
export function recent(remembered: Remembered | undefined, now: number): Remembered {
	return (remembered ?? []).filter(({ at }) => at + rememberedMs > now);
}
