// The one REST helper: parse the request, call one use case, render one result.
import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Problem } from '../../contract/problems.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { AccountAccess, AccountCaller, Caller, MachineCaller } from '../usecases/ports.ts';
import type { Declaration, DeclaredHandler } from './declaration.ts';
import { jsonResponse } from './json-response.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { problemResponse } from './problem-response.ts';
import { readBody, readParams, readQuery } from './read-request.ts';
import { readUpload } from './read-upload.ts';
import { revalidatedResponse } from './revalidated-response.ts';
import { isUnavailable } from './unavailable.ts';

type Asked<Who, Body, Query> = {
	caller: Who;
	body: Body;
	query: Query;
	/** The bytes of an upload; empty without one. */
	file: Uint8Array;
	/** The `[id]` of the path; empty where it has none. */
	id: string;
	params: Record<string, string>;
	url: URL;
};
type Rendered = { body: unknown; headers?: Record<string, string> };

type Options<Who, Body extends z.ZodType, Query extends z.ZodType, Answer> = {
	body?: Body;
	query?: Query;
	upload?: number;
	/** Of the body; 64 KiB unless given. The route is among the long ones of `guard/body-bounds.ts`, then. */
	mostBytes?: number;
	/** Before anything but the path is read: whether its `[id]`, a secret, opens the endpoint. */
	admit?(id: string): Promise<Result<unknown>>;
	run(asked: Asked<Who, z.infer<Body>, z.infer<Query>>): Promise<Result<Answer>>;
	/** 200 with a value and 204 without, unless given as a number or computed from the value. */
	status?: number | ((value: Answer) => number);
	/** The client may keep the answer and ask whether it still holds. */
	revalidated?: boolean;
	/** What is answered where it is not the value itself. */
	render?(value: Answer, url: URL): Rendered;
};

/**
 * Open to everybody; what needs a machine's token is a `managementEndpoint`, a person's an `accountEndpoint`.
 * A refusal becomes Logto's problem body, a store that does not answer 503, a bug a logged 500 that says nothing.
 */
export function endpoint<
	Body extends z.ZodType = z.ZodUndefined,
	Query extends z.ZodType = z.ZodUndefined,
	Answer = undefined
>(options: Declaration & Options<Caller, Body, Query, Answer>): DeclaredHandler {
	const handler = handle(options, async ({ caller }) => ok(caller));
	return Object.assign(handler, { declaration: { ...options, needsToken: false as const } });
}

/** Nothing of the request is read before its token is known to be good. */
export function managementEndpoint<
	Body extends z.ZodType = z.ZodUndefined,
	Query extends z.ZodType = z.ZodUndefined,
	Answer = undefined
>(options: Declaration & Options<MachineCaller, Body, Query, Answer>): DeclaredHandler {
	const handler = handle(options, ({ authorize }) => authorize());
	return Object.assign(handler, { declaration: { ...options, needsToken: 'machine' as const } });
}

/**
 * At one's own account: nothing of the request is read before its token, the settings and the proof have opened it, and
 * nothing of a second upload while one is under way.
 */
export function accountEndpoint<
	Body extends z.ZodType = z.ZodUndefined,
	Query extends z.ZodType = z.ZodUndefined,
	Answer = undefined
>(options: Declaration & { access: AccountAccess } & Options<AccountCaller, Body, Query, Answer>): DeclaredHandler {
	const admit = ({ admitOwner }: App.Locals) => admitOwner(options.access);
	const handler = handle(options, admit, ({ holder }) => holder.user.id);
	return Object.assign(handler, { declaration: { ...options, needsToken: 'account' as const } });
}

function handle<Who, Body extends z.ZodType, Query extends z.ZodType, Answer>(
	options: Options<Who, Body, Query, Answer>,
	admit: (locals: App.Locals) => Promise<Result<Who>>,
	uploaderOf?: (caller: Who) => string
): RequestHandler {
	async function admitted(event: RequestEvent): Promise<Result<Answer>> {
		const caller = await admit(event.locals);
		if (!caller.ok) return caller;
		if (!uploaderOf || options.upload === undefined) return run(event, caller.value);
		return oneAtATime(uploaderOf(caller.value), () => run(event, caller.value));
	}

	async function run(event: RequestEvent, caller: Who): Promise<Result<Answer>> {
		const params = readParams(event.params);
		if (!params.ok) return params;
		const admitted = await options.admit?.(params.value.id ?? '');
		if (admitted?.ok === false) return admitted;
		const query = options.query ? readQuery(event.url, options.query) : nothing;
		if (!query.ok) return query;
		const body = options.body ? await readBody(event.request, options.body, options.mostBytes) : nothing;
		if (!body.ok) return body;
		const file = options.upload === undefined ? noFile : await readUpload(event.request, options.upload);
		if (!file.ok) return file;
		return options.run({
			file: file.value,
			caller,
			id: params.value.id ?? '',
			params: params.value,
			query: query.value as z.infer<Query>,
			body: body.value as z.infer<Body>,
			url: event.url
		});
	}

	return async (event) => {
		const { locale } = event.locals.caller;
		const result = await admitted(event).catch((error: unknown) => fail(error, event.locals));
		return result.ok ? valueResponse(result.value, event, options) : problemResponse(result.problem, locale);
	};
}

const nothing = ok();
const noFile = ok(new Uint8Array());

function fail(error: unknown, { report }: App.Locals): Result<never> {
	report(error);
	const problem: Problem = isUnavailable(error)
		? { code: 'server.unavailable', data: { retryAfter: 3 } }
		: { code: 'server.internal' };
	return { ok: false, problem };
}

function valueResponse<Answer>(
	value: Answer,
	{ request, url, locals, isSubRequest }: RequestEvent,
	{
		status,
		render,
		revalidated
	}: Pick<Options<unknown, z.ZodType, z.ZodType, Answer>, 'status' | 'render' | 'revalidated'>
): Response | Promise<Response> {
	const code = typeof status === 'function' ? status(value) : (status ?? (value === undefined ? 204 : 200));
	const headers = { 'content-language': locals.caller.locale };
	if (code === 204 || value === undefined) return new Response(null, { status: code, headers });
	const rendered: Rendered = render?.(value, url) ?? { body: value };
	const all = { ...headers, ...rendered.headers };
	// Our own pages keep nothing: nobody would ask with the tag that they would cost.
	if (revalidated && !isSubRequest) return revalidatedResponse(request, rendered.body, all);
	return jsonResponse(rendered.body, code, all);
}
