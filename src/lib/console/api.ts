// The management API as the console calls it: every request for the administrator who is signed in, every refusal a value.
import { error, redirect } from '@sveltejs/kit';
import { findSession, signInAgain, type ConsoleEvent } from './session.ts';

/** What the API refused, with its own sentence in the reader's language. */
export type Refusal = { status: number; code: string; message: string; data?: unknown };
export type Answer<Value> = { ok: true; value: Value; total: number } | { ok: false; refusal: Refusal };
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What becomes of a request whose sender is not signed in (401), or is no administrator (any more: 403). */
export type Leave = (event: ConsoleEvent, status: 401 | 403) => never;

const leavePage: Leave = (event, status) => {
	if (status === 401) signInAgain(event);
	redirect(303, '/console/refused');
};

/** For what a script fetches: an answer that it can tell from others, not the page of the sign-in. */
export const answeringScript: Leave = (event, status) => {
	event.locals.console.clear();
	error(status, status === 401 ? 'signed out' : 'no administrator');
};

export function manage(event: ConsoleEvent, leave: Leave = leavePage) {
	/** Whoever is not, or no longer, allowed in leaves here. */
	async function ask<Value>(method: Method, path: string, body?: unknown): Promise<Answer<Value>> {
		const { accessToken } = findSession(event) ?? leave(event, 401);
		if (leadsUp(path)) error(404, 'not found');
		const response = await event.fetch(`/api/${path}`, {
			method,
			headers: {
				authorization: `Bearer ${accessToken}`,
				// A form names its own type, with the line between its parts.
				...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' })
			},
			body: body === undefined || body instanceof FormData ? body : JSON.stringify(body)
		});
		if (response.status === 401 || response.status === 403) leave(event, response.status);
		return read(response);
	}

	/** For loads: what is not there is a page that is not there. */
	async function get<Value>(path: string): Promise<Value> {
		return (await list<Value>(path)).value;
	}

	async function list<Value>(path: string): Promise<{ value: Value; total: number }> {
		const answer = await ask<Value>('GET', path);
		return answer.ok ? answer : failPage(answer.refusal);
	}

	/** For what may not be there. That the API did not answer is no sign of that. */
	async function find<Value>(path: string): Promise<Value | undefined> {
		const answer = await ask<Value>('GET', path);
		if (answer.ok) return answer.value;
		return answer.refusal.status === 404 ? undefined : failPage(answer.refusal);
	}

	return { ask, get, list, find };
}
export type Manage = ReturnType<typeof manage>;

/** What a form or an address names becomes part of the path, and a URL takes `..` in it for another path, even encoded. */
function leadsUp(path: string): boolean {
	return path.split(/[/?]/).some((part) => /^(\.|%2e){1,2}$/i.test(part));
}

function failPage({ status, message }: Refusal): never {
	error(status === 404 || status === 400 ? 404 : 503, message);
}

async function read<Value>(response: Response): Promise<Answer<Value>> {
	const text = await response.text();
	const body: unknown = text ? JSON.parse(text) : undefined;
	const total = Number(response.headers.get('total-number') ?? 0);
	if (response.ok) return { ok: true, value: body as Value, total };
	const { code, message, data } = body as Omit<Refusal, 'status'>;
	return { ok: false, refusal: { status: response.status, code, message, data } };
}
