// Refusals over HTTP: Logto's body, the code's status, Retry-After where a wait is known.
import { problemMessage } from '../../experience/i18n/problem-message.ts';
import { jsonResponse } from './json-response.ts';
import { statusOf, type Problem, type ProblemBody } from '../../contract/problems.ts';

export function problemResponse(problem: Problem, locale: string): Response {
	const { code, data, issues, status = statusOf[code] } = problem;
	const body: ProblemBody = { code, message: problemMessage(locale, problem), data: issues ?? data };
	const { retryAfter } = data ?? {};
	return jsonResponse(body, status, {
		'content-language': locale,
		...(typeof retryAfter === 'number' && { 'retry-after': String(retryAfter) }),
		// RFC 6750 §3: what is missing is said also to clients that know no JSON.
		...(code.startsWith('auth.') && status === 401 && { 'www-authenticate': 'Bearer' })
	});
}
