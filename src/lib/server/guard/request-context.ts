// What in-process requests inherit from the outer one: they carry cookies, but neither address nor user agent.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from '../usecases/ports.ts';
import type { RawCookies } from './raw-cookies.ts';

export type RequestContext = Omit<Caller, 'interactionId'> & {
	cookie: RawCookies;
	/** Which interaction the cookies prove: each in-process request asks with a hint of its own. */
	provenInteraction(choose: { appId?: string; uid8?: string }): string | undefined;
};

const storage = new AsyncLocalStorage<RequestContext>();

export function withRequestContext<Value>(context: RequestContext, run: () => Value): Value {
	return storage.run(context, run);
}

export function currentRequestContext(): RequestContext | undefined {
	return storage.getStore();
}
