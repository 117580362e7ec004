// What in-process requests inherit from the outer one: they carry cookies, but neither address nor user agent.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Cookies } from '@sveltejs/kit';
import type { Remembered } from '../../contract/remembered.ts';
import type { Kept } from './kept-cookie.ts';
import type { Caller } from '../usecases/ports.ts';
import type { RawCookies } from './raw-cookies.ts';

export type RequestContext = Omit<Caller, 'interactionId' | 'accounts' | 'isPage'> & {
	accounts: Kept<Remembered>;
	cookie: RawCookies;
	/** Which interaction the cookies prove: each in-process request asks with a hint of its own. */
	provenInteraction(choose: { appId?: string; uid8?: string }): string | undefined;
	/** Adds the cookies that in-process requests have changed. */
	finish(headers: Headers, cookies: Cookies): void;
};

const storage = new AsyncLocalStorage<RequestContext>();

export function withRequestContext<Value>(context: RequestContext, run: () => Value): Value {
	return storage.run(context, run);
}

export function currentRequestContext(): RequestContext | undefined {
	return storage.getStore();
}
