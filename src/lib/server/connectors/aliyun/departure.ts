// Whether a request has left this machine, as its own fetch tells it while it dials, greets and writes.
import { subscribe } from 'node:diagnostics_channel';

type Departure = { isKnown: boolean; hasLeft: boolean };

/** By a word that is in the headers of the one request. */
const watched = new Map<string, Departure>();

/** https://undici.nodejs.org/#/docs/api/DiagnosticsChannel: the second is told before the first byte is written. */
subscribe('undici:request:create', (told) => note(told, { isKnown: true }));
subscribe('undici:client:sendHeaders', (told) => note(told, { hasLeft: true }));

function note(told: unknown, fact: Partial<Departure>): void {
	const headers = String((told as { request?: { headers?: unknown } }).request?.headers);
	for (const [word, departure] of watched) if (headers.includes(word)) Object.assign(departure, fact);
}

/** `neverLeft` is a proof: of a request that was made by another fetch, nobody can say. */
export function watchDeparture(word: string): { neverLeft(): boolean; end(): void } {
	const departure: Departure = { isKnown: false, hasLeft: false };
	watched.set(word, departure);
	return {
		neverLeft: () => departure.isKnown && !departure.hasLeft,
		end: () => void watched.delete(word)
	};
}
