// Who is asking.
import type { Remembered } from '../../../contract/remembered.ts';
import type { DeviceTokens } from '../../core/device.ts';
import type { Interaction } from '../../core/interaction/state.ts';

/** Who is asking, taken from the outer request (in-process calls inherit it). */
export type Caller = {
	requestId: string;
	ip: string;
	userAgent: string;
	/** BCP 47 language of texts for this request. */
	locale: string;
	/** Uid of the interaction that the signed cookies prove; undefined when there is none. */
	interactionId: string | undefined;
	/** What the caller's browser holds of accounts that remember it, for itself alone. */
	devices?: { read(): DeviceTokens | undefined; write(tokens: DeviceTokens): void; clear(): void };
	/** The accounts that signed in with the caller's browser. */
	accounts?: { read(): Remembered | undefined; write(accounts: Remembered): void; clear(): void };
	/** One of our own pages asks, in-process: it shows what it may. */
	isPage?: boolean;
	/** What the outer request last knew of that interaction: a page makes several calls in one. */
	seen?: { interaction?: Interaction };
};
