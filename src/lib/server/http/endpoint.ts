// The one REST helper: parse the body, call one use case, render one result.
import type { RequestHandler } from '@sveltejs/kit';
import type { z } from 'zod';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Caller } from '../usecases/ports.ts';
import { jsonResponse } from './json-response.ts';
import { problemResponse } from './problem-response.ts';
import { isUnavailable } from './unavailable.ts';

/** 64 KiB: no request of this API needs a tenth of it. */
const longestBody = 65_536;

type Run<Body, Answer> = (request: { body: Body; caller: Caller; url: URL }) => Promise<Result<Answer>>;

/**
 * `status` is 200 with a value and 204 without, unless given as a number or computed from the value.
 * A refusal becomes Logto's problem body, a store that does not answer 503, a bug a logged 500 that says nothing.
 */
export function endpoint<Schema extends z.ZodType = z.ZodUndefined, Answer = undefined>(options: {
	body?: Schema;
	run: Run<z.infer<Schema>, Answer>;
	status?: number | ((value: Answer) => number);
}): RequestHandler {
	return async ({ request, locals: { caller, report }, url }) => {
		const body = options.body ? await readBody(request, options.body) : ok(undefined as z.infer<Schema>);
		if (!body.ok) return problemResponse(body.problem, caller.locale);
		try {
			const result = await options.run({ body: body.value as z.infer<Schema>, caller, url });
			if (!result.ok) return problemResponse(result.problem, caller.locale);
			return valueResponse(result.value, caller.locale, options.status);
		} catch (error) {
			report(error);
			if (!isUnavailable(error)) return problemResponse({ code: 'server.internal' }, caller.locale);
			return problemResponse({ code: 'server.unavailable', data: { retryAfter: 3 } }, caller.locale);
		}
	};
}

function valueResponse<Answer>(value: Answer, locale: string, status?: number | ((value: Answer) => number)): Response {
	const code = typeof status === 'function' ? status(value) : (status ?? (value === undefined ? 204 : 200));
	const headers = { 'content-language': locale };
	return code === 204 || value === undefined
		? new Response(null, { status: code, headers })
		: jsonResponse(value, code, headers);
}

async function readBody<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<Result<z.infer<Schema>>> {
	if (Number(request.headers.get('content-length') ?? 0) > longestBody) return refuse('guard.body_too_large');
	const parsed = schema.safeParse(await readJson(request));
	if (parsed.success) return ok(parsed.data);
	// Where and why, never what: the values may be secrets.
	const issues = parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }));
	return refuse('guard.invalid_input', { data: { issues } });
}

async function readJson(request: Request): Promise<unknown> {
	try {
		return JSON.parse(await request.text());
	} catch {
		return undefined;
	}
}
