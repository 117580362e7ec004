// The account API as the account page calls it: every request for whoever is signed in, every refusal a value.
import { error } from '@sveltejs/kit';
import type { z } from 'zod';
import { verificationHeader } from '../contract/account/access.ts';
import { accountCenterAnswer } from '../contract/account/center.ts';
import { isProblemCode, type Problem } from '../contract/problems.ts';
import { ok, refuse, type Result } from '../contract/result.ts';
import { parsed } from '../experience/parsed.ts';
import { openSession, signInAgain, type AccountEvent } from './session.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type AccountApi = ReturnType<typeof accountApi>;

export function accountApi(event: AccountEvent) {
	/** A proof of who asks goes along while there is one. */
	async function send(method: Method, path: string, body?: unknown): Promise<Result<unknown>> {
		const { accessToken, proof } = await openSession(event);
		const isUpload = body instanceof FormData;
		const response = await event
			.fetch(`/api/${path}`, {
				method,
				headers: {
					accept: 'application/json',
					authorization: `Bearer ${accessToken}`,
					...(proof && { [verificationHeader]: proof.id }),
					...(body !== undefined && !isUpload && { 'content-type': 'application/json' })
				},
				body: body === undefined || isUpload ? body : JSON.stringify(body)
			})
			.catch(() => undefined);
		const answer = response ? await read(response) : refuse('server.unavailable');
		if (!answer.ok && isSignedOut(answer.problem)) signInAgain(event);
		return answer;
	}

	async function ask<Value>(
		method: Method,
		path: string,
		schema: z.ZodType<Value>,
		body?: unknown
	): Promise<Result<Value>> {
		return parsed(await send(method, path, body), schema);
	}

	/** For loads: a page without its facts is no page. */
	async function get<Value>(path: string, schema: z.ZodType<Value>): Promise<Value> {
		const answer = await ask('GET', path, schema);
		if (answer.ok) return answer.value;
		const { code } = answer.problem;
		if (code === 'entity.not_found' || code.startsWith('account_center.')) error(404);
		error(code === 'request.rate_limited' ? 429 : 503);
	}

	/** Undefined for what the settings keep from their owner. */
	async function find<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
		const answer = await ask('GET', path, schema);
		// A token from before an update may lack the scope of what is new.
		const isClosed = !answer.ok && /^(account_center\.|auth\.forbidden$)/.test(answer.problem.code);
		if (isClosed) return undefined;
		return answer.ok ? answer.value : error(503);
	}

	return { send, ask, get, find, center: () => get('.well-known/account-center', accountCenterAnswer) };
}

/** A suspended account is signed out of everything, too. */
function isSignedOut({ code }: Problem): boolean {
	return ['auth.unauthorized', 'auth.authorization_header_missing', 'user.suspended'].includes(code);
}

async function read(response: Response): Promise<Result<unknown>> {
	const text = await response.text();
	const body: unknown = text ? JSON.parse(text) : undefined;
	if (response.ok) return ok(body);
	const { code, data } = (body ?? {}) as { code?: unknown; data?: unknown };
	if (typeof code !== 'string') return refuse('server.unavailable');
	if (!isProblemCode(code)) return refuse('server.internal', { status: response.status });
	return refuse(code, { ...factsIn(data), status: response.status });
}

/** A rejected password brings a list of all that is wrong with it. */
function factsIn(data: unknown): Pick<Problem, 'data' | 'issues'> {
	if (Array.isArray(data)) return { issues: data as Problem['issues'] };
	return data && typeof data === 'object' ? { data: data as Record<string, unknown> } : {};
}
