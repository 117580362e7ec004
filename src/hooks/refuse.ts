// Refusals before any route runs: in words and with a way on for people, as JSON for programs.
import type { RequestEvent } from '@sveltejs/kit';
import type { Problem } from '$lib/contract/problems.ts';
import { drawPage } from '$lib/server/guard/draw-page.ts';
import { describeRefusal, isPageWanted, sayInPage } from '$lib/server/guard/refusal-page.ts';
import { createWaitPages } from '$lib/server/guard/wait-pages.ts';
import { problemResponse } from '$lib/server/http/problem-response.ts';

export async function refuse(event: RequestEvent, problem: Problem, plain?: Response): Promise<Response> {
	const refusal = plain ?? problemResponse(problem, event.locals.locale);
	if (!isPageWanted(event)) return refusal;
	const page = await drawPage(event.fetch, describeRefusal(event, problem));
	return page.ok ? sayInPage(refusal, page) : refusal;
}

const waitPages = createWaitPages();

/** Asks the database for nothing: whoever asks too often for one page asks too often for another. */
export async function slowDown(event: RequestEvent, wait: { retryAfter: number }): Promise<Response> {
	const { locale } = event.locals;
	const problem: Problem = { code: 'request.rate_limited', data: wait };
	const refusal = problemResponse(problem, locale);
	if (!isPageWanted(event)) return refusal;
	const page = await waitPages(describeRefusal(event, problem), locale, (it) => drawPage(event.fetch, it));
	return page ? sayInPage(refusal, page) : refusal;
}

/** SvelteKit says it in plain text; callers of the API read `code` and `message`. */
export function refuseMethod(answer: Response, locale: string): Response {
	const refusal = problemResponse({ code: 'request.method_not_allowed' }, locale);
	refusal.headers.set('allow', answer.headers.get('allow') ?? '');
	return refusal;
}
