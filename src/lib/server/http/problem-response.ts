// Refusals over HTTP: Logto's body, the code's status, Retry-After where a wait is known.
import { problemMessage } from '../../experience/i18n/problem-message.ts';
import { statusOf, type Problem, type ProblemBody } from '../../contract/problems.ts';

export function problemResponse(problem: Problem, locale: string): Response {
	const { code, data, status = statusOf[code] } = problem;
	const body: ProblemBody = { code, message: problemMessage(locale, problem), data };
	const headers = new Headers({ 'content-language': locale });
	const { retryAfter } = data ?? {};
	if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter));
	return Response.json(body, { status, headers });
}
