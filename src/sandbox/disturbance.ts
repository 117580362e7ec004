// What can go wrong on purpose: the same vocabulary for scenario recipients and for faults set by a test.

export type Disturbance = {
	/** Wait so long before anything else. */
	delayMs?: number;
	/** Refuse with this Aliyun code, in the shape that belongs to it. */
	code?: string;
	/** Text beside the code, where the standing one does not fit. */
	message?: string;
	/** HTTP status; alone, a gateway error with that status. */
	status?: number;
	/** Answer this page instead of JSON, as a broken proxy does (502 unless `status` says otherwise). */
	html?: string;
	/** Close the connection without an answer; nothing is sent. */
	reset?: boolean;
	/** Send the message, then close the connection without an answer. */
	acceptThenDrop?: boolean;
	/** Accept, but the message never arrives. */
	undelivered?: boolean;
	/** The code of the receipt for a message that never arrives; `MOBILE_NOT_ON_SERVICE` when absent. */
	receipt?: string;
	/** Accept at once; the message arrives so much later. */
	deliverAfterMs?: number;
	/** Send the answer's body one byte at a time, so far apart. */
	dripMs?: number;
	/** Append so many spaces to the answer's body. */
	padBytes?: number;
};

const codeOfStatus: Record<number, string> = { 429: 'Throttling.User', 503: 'ServiceUnavailable' };

/** The code that the gateway gives when only a status was asked for. */
export function codeForStatus(status: number): string {
	return codeOfStatus[status] ?? (status >= 500 ? 'InternalError' : 'Throttling');
}
