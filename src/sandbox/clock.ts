// The sandbox's time: real time, plus what a test has moved it on, for everybody or for one namespace.

export type Clock = {
	/** The time of the machine, in epoch milliseconds: stamps of calls and messages. */
	now(): number;
	/** How far ahead this recipient's time is: limits, late deliveries, receipts. */
	shiftOf(recipient: string): number;
	offset(namespace?: string): number;
	/** Time goes forwards only. Without a namespace everybody's time moves. */
	advance(ms: number, namespace?: string): void;
	/** Back to real time, for everybody or for one namespace. */
	reset(namespace?: string): void;
	onChange(listener: () => void): void;
};

export function createClock(now: () => number, namespaceOf: (recipient: string) => string | undefined): Clock {
	let everybody = 0;
	const own = new Map<string, number>();
	const listeners: (() => void)[] = [];
	const offset = (namespace?: string) => everybody + (own.get(namespace ?? '') ?? 0);
	return {
		now,
		offset,
		shiftOf: (recipient) => offset(namespaceOf(recipient)),
		advance(ms, namespace) {
			if (namespace === undefined) everybody += ms;
			else own.set(namespace, (own.get(namespace) ?? 0) + ms);
			listeners.forEach((tell) => tell());
		},
		reset(namespace) {
			if (namespace !== undefined) return void own.delete(namespace);
			everybody = 0;
			own.clear();
		},
		onChange: (listener) => void listeners.push(listener)
	};
}
