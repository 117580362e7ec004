// The one form-action helper: parse, run a journey, then 303 or the same page with values and problem.
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { PasswordIssue } from '../contract/password-policy.ts';
import { statusOf, type Problem, type ProblemCode } from '../contract/problems.ts';
import { refuse, type Result } from '../contract/result.ts';
import { writer, type Writer } from './client.ts';
import { hintOf, hrefOf } from './journeys/address.ts';
import type { Outcome } from './journeys/next-page.ts';

/** What the page is drawn with again. Codes and passwords are never among the values. */
export type FormAnswer = {
	values: Record<string, string>;
	problem: { code: ProblemCode; field?: string; data?: Record<string, unknown>; issues?: PasswordIssue[] };
};

const secrets = new Set(['code', 'codes', 'password', 'newPassword', 'secret', 'token']);
/** What people fill in, among all that a form posts. */
const typed = new Set(['identifier', 'password', 'newPassword', 'code']);
const longestValue = 320;

export function formAction<Input, Event extends RequestEvent>(
	schema: z.ZodType<Input>,
	run: (input: Input, api: Writer, event: Event) => Promise<Outcome>
) {
	return async (event: Event): Promise<ActionFailure<FormAnswer>> => {
		// A body that is no form is refused like one without fields.
		const form = await event.request.formData().catch(() => new FormData());
		const input = readForm(schema, form);
		const outcome: Outcome = input.ok ? await run(input.value, writer(event.fetch, hintOf(event.url)), event) : input;
		if ('problem' in outcome) return refused(event, form, outcome.problem);

		// Somebody is signed in: what was typed is over.
		if (outcome.page === '/go') event.locals.draft.clear();
		redirect(303, hrefOf(outcome.page, event.url, outcome.query));
	};
}

/** What was posted. A field that has to be filled in and was not is named, and nothing is tried: it costs no guess. */
export function readForm<Input>(schema: z.ZodType<Input>, form: FormData): Result<Input> {
	const read = schema.safeParse(Object.fromEntries(form));
	if (read.success) return { ok: true, value: read.data };
	const issues = read.error.issues.flatMap((issue) => (issue.code === 'invalid_union' ? issue.errors.flat() : issue));
	const empty = issues.find(({ code, path }) => code === 'too_small' && typed.has(String(path[0])));
	return refuse('guard.invalid_input', empty && { data: { field: empty.path[0], isMissing: true } });
}

/** The same page again, with what was typed and what is wrong. */
export function refused(event: RequestEvent, form: FormData, problem: Problem): ActionFailure<FormAnswer> {
	const { code, status, data, issues } = problem;
	if (typeof data?.retryAfter === 'number') event.setHeaders({ 'retry-after': String(data.retryAfter) });
	// Kept for the Back button alone: with `no-store` it would ask to send the form again.
	event.setHeaders({ 'cache-control': 'private, no-cache' });
	return fail(status ?? statusOf[code], {
		values: valuesOf(form),
		problem: { code, field: data?.isMissing ? String(data.field) : fieldOf(code), data, issues }
	});
}

export function valuesOf(form: FormData): Record<string, string> {
	const kept = [...form].filter((entry): entry is [string, string] => {
		const [name, value] = entry;
		return typeof value === 'string' && value.length <= longestValue && !secrets.has(name);
	});
	return Object.fromEntries(kept);
}

/** Undefined: the problem belongs to the whole form. */
function fieldOf(code: ProblemCode): string | undefined {
	if (code.startsWith('verification_code.')) return 'code';
	if (code === 'session.mfa.invalid_totp_code' || code === 'session.mfa.invalid_backup_code') return 'code';
	if (code === 'session.invalid_credentials') return 'password';
	if (code === 'user.terms_not_accepted') return 'terms';
	if (code === 'password.rejected' || code === 'user.same_password') return 'newPassword';
	if (code.startsWith('session.email_blocklist.')) return 'identifier';
	// The name that was typed, not one that the account has.
	if (/^user\.username_(?!exists_)/.test(code)) return 'identifier';
	return aboutIdentifier.has(code) ? 'identifier' : undefined;
}

const aboutIdentifier = new Set<ProblemCode>([
	'user.invalid_email',
	'user.invalid_phone',
	'user.sign_in_method_not_enabled',
	'user.sign_up_method_not_enabled',
	'connector.number_rejected',
	'connector.country_not_supported'
]);
