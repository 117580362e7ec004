// What in-process requests inherit from the outer one: they carry cookies, but neither address nor user agent.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from '../usecases/ports.ts';

export type RequestContext = Omit<Caller, 'interactionId'>;

const storage = new AsyncLocalStorage<RequestContext>();

export function withRequestContext<Value>(context: RequestContext, run: () => Value): Value {
	return storage.run(context, run);
}

export function currentRequestContext(): RequestContext | undefined {
	return storage.getStore();
}
