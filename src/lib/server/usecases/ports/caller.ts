// Who is asking.
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
	devices?: { read(): DeviceTokens | undefined; write(tokens: DeviceTokens): void };
	/** What the outer request last knew of that interaction: a page makes several calls in one. */
	seen?: { interaction?: Interaction };
};
