// A sealed value that a browser keeps for us: read when it is asked for, written at the end where it was changed.
import type { Cookies } from '@sveltejs/kit';
import { once } from './once.ts';
import type { Seal } from './sealed-cookie.ts';

export type Kept<Value> = { read(): Value | undefined; write(value: Value): void; clear(): void };

type Place = {
	name: string;
	owner: string;
	secure: boolean;
	/** Gone when the browser is closed; opened by us no longer than its seal says either way. */
	isTransient?: boolean;
	sealed(): string | undefined;
};

/** `finish` adds the `Set-Cookie` header. */
export function keepCookie<Value>(seal: Seal<Value>, { name, owner, secure, isTransient, sealed }: Place) {
	const opened = once(() => {
		const text = sealed();
		return text ? seal.open(text, owner) : undefined;
	});
	let changed: { to: Value | undefined } | undefined;
	const kept: Kept<Value> = {
		read: () => (changed ? changed.to : opened()),
		write: (to) => void (changed = { to }),
		clear: () => void (changed = { to: undefined })
	};
	const finish = (headers: Headers, cookies: Cookies) => {
		if (!changed) return;
		const { to } = changed;
		const attributes = {
			path: '/',
			maxAge: !to ? 0 : isTransient ? undefined : seal.seconds,
			httpOnly: true,
			sameSite: 'lax' as const,
			secure
		};
		headers.append('set-cookie', cookies.serialize(name, to ? seal.seal(to, owner) : '', attributes));
	};
	return { kept, finish };
}
