// The form actions of the account page: parse, ask the API, then 303 or the same page with values and problem.
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Problem } from '../contract/problems.ts';
import type { Result } from '../contract/result.ts';
import { readForm, refused, valuesOf, type FormAnswer } from '../experience/form.ts';
import { withNews, type News } from './address.ts';
import { accountApi, type AccountApi } from './api.ts';
import { proveAgain } from './proof.ts';
import { changeSession } from './session.ts';

export type Outcome = { to: string; done?: News } | { problem: Problem };

export function accountAction<Input, Event extends RequestEvent>(
	schema: z.ZodType<Input>,
	run: (input: Input, api: AccountApi, event: Event) => Promise<Outcome>,
	/** Fields that the page is drawn with again, secret or not: only it has them. */
	{ echo = [] }: { echo?: string[] } = {}
) {
	return async (event: Event): Promise<ActionFailure<FormAnswer>> => {
		// A body that is no form is refused like one without fields.
		const form = await event.request.formData().catch(() => new FormData());
		const input = readForm(schema, form);
		const outcome: Outcome = input.ok ? await run(input.value, accountApi(event), event) : input;
		if ('to' in outcome) {
			await forgetTyped(event);
			redirect(303, withNews(outcome.to, outcome.done));
		}
		if (isUnproven(outcome.problem)) await proveAgain(event, valuesOf(form));
		const { status, data } = refused(event, form, outcome.problem);
		return fail(status, { ...data, values: { ...data.values, ...only(form, echo) } });
	};
}

export function isUnproven({ code }: Problem): boolean {
	return code === 'verification_record.permission_denied';
}

export function after(answer: Result<unknown>, to: string, done?: News): Outcome {
	return answer.ok ? { to, done } : answer;
}

function only(form: FormData, names: string[]): Record<string, string> {
	const posted = [...form].filter(([name, value]) => names.includes(name) && typeof value === 'string');
	return Object.fromEntries(posted) as Record<string, string>;
}

/** What waited on this page has been said. The end of an account leaves no session behind. */
async function forgetTyped(event: RequestEvent): Promise<void> {
	const typed = event.locals.account.read()?.typed;
	if (typed?.page === event.url.pathname) await changeSession(event, { typed: undefined });
}
