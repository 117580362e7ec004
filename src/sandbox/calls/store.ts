// The last calls of the API, refused ones too: what came in, whether its signature fits, and what was answered.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { SignatureCheck } from './check-signature.ts';

export type CallRecord = {
	id: string;
	/** Epoch milliseconds. */
	at: number;
	method: string;
	path: string;
	action: string;
	version: string;
	/** Secrets are struck out in all that follows. */
	headers: [name: string, value: string][];
	query: [name: string, value: string][];
	form: [name: string, value: string][];
	/** Where it is no form. */
	body?: string;
	signature?: SignatureCheck;
	/** Absent when the connection was cut. */
	answer?: { status: number; code: string; body: string };
};

export type Calls = {
	/** Runs a call; what it causes, also later, knows its id by `current`. */
	trace<Value>(run: (id: string) => Value): Value;
	current(): string | undefined;
	add(record: CallRecord): void;
	find(id: string): CallRecord | undefined;
	/** Newest first. */
	list(): CallRecord[];
	clear(): void;
};

const capacity = 200;

export function createCalls(): Calls {
	const running = new AsyncLocalStorage<string>();
	let records: CallRecord[] = [];
	return {
		trace(run) {
			const id = randomUUID();
			return running.run(id, () => run(id));
		},
		current: () => running.getStore(),
		add(record) {
			records = [record, ...records].slice(0, capacity);
		},
		find: (id) => records.find((record) => record.id === id),
		list: () => records,
		clear() {
			records = [];
		}
	};
}
