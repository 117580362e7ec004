// What in-process requests inherit from the outer one: they carry cookies, but neither address nor user agent.
import { AsyncLocalStorage } from 'node:async_hooks';

export type RequestContext = { requestId: string; ip: string; userAgent: string; locale: string };

const storage = new AsyncLocalStorage<RequestContext>();

export function withRequestContext<Value>(context: RequestContext, run: () => Value): Value {
	return storage.run(context, run);
}

export function currentRequestContext(): RequestContext | undefined {
	return storage.getStore();
}
