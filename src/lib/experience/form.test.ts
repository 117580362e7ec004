import { isActionFailure, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../contract/draft.ts';
import { anyPasswordForm, codeForm, identifierForm, newPasswordForm } from '../contract/forms.ts';
import { refuse } from '../contract/result.ts';
import { formAction } from './form.ts';
import type { Outcome } from './journeys/next-page.ts';

/** As much of a request as a form action touches. */
function posted(fields: Record<string, string>, query = '') {
	const headers: Record<string, string> = {};
	const kept: { draft?: Draft } = {
		draft: { kind: 'phone', typed: { phone: '138 0013 8000' }, country: 'CN' }
	};
	const url = new URL(`http://localhost:3001/sign-in${query}`);
	const event = {
		url,
		request: new Request(url, { method: 'POST', body: new URLSearchParams(fields) }),
		fetch,
		setHeaders: (more: Record<string, string>) => Object.assign(headers, more),
		locals: {
			draft: { read: () => kept.draft, write: () => {}, clear: () => (kept.draft = undefined) }
		}
	} as unknown as RequestEvent;
	return { event, headers, kept };
}

const ends = (outcome: Outcome) => async () => outcome;
const identifier = { identifier: '138', kind: 'phone', country: 'CN' };

describe('a form that was refused', () => {
	it('comes back with its values and the reason beside the field', async () => {
		const { event } = posted(identifier);
		const answer = await formAction(identifierForm, ends(refuse('user.invalid_phone')))(event);
		expect(isActionFailure(answer)).toBe(true);
		expect(answer).toMatchObject({
			status: 400,
			data: { values: identifier, problem: { code: 'user.invalid_phone', field: 'identifier' } }
		});
	});

	it('never gives a code back', async () => {
		const { event } = posted({ verificationId: 'v1', code: '123456' });
		const answer = await formAction(codeForm, ends(refuse('verification_code.code_mismatch')))(event);
		expect(JSON.stringify(answer.data)).not.toContain('123456');
		expect(answer.data).toMatchObject({ values: { verificationId: 'v1' }, problem: { field: 'code' } });
	});

	it('never gives a password back, and says all that is wrong with it', async () => {
		const issues = [{ code: 'password_rejected.too_short' as const, interpolation: { min: 8 } }];
		const { event } = posted({ newPassword: 'hunter2' });
		const answer = await formAction(newPasswordForm, ends(refuse('password.rejected', { issues })))(event);
		expect(JSON.stringify(answer.data)).not.toContain('hunter2');
		expect(answer.data).toMatchObject({ problem: { field: 'newPassword', issues } });
	});

	it('says in a header too how long to wait', async () => {
		const { event, headers } = posted(identifier);
		const tooSoon = refuse('request.message_rate_limited', { data: { retryAfter: 42 } });
		expect(await formAction(identifierForm, ends(tooSoon))(event)).toMatchObject({ status: 429 });
		expect(headers['retry-after']).toBe('42');
	});

	it('can be returned to with the Back button', async () => {
		const { event, headers } = posted(identifier);
		await formAction(identifierForm, ends(refuse('user.invalid_phone')))(event);
		expect(headers['cache-control']).toBe('private, no-cache');
	});

	it.each([
		['an address', identifierForm, { ...identifier, identifier: ' ' }, 'identifier'],
		['the password, though either form would do', anyPasswordForm, { ...identifier, password: '' }, 'password'],
		['a code', codeForm, { verificationId: 'v1', code: '' }, 'code']
	] as const)('names %s that was not filled in, and tries nothing', async (_what, schema, fields, field) => {
		const { event } = posted(fields);
		const answer = await formAction<unknown, RequestEvent>(schema, () => Promise.reject(new Error('tried')))(event);
		expect(answer).toMatchObject({ status: 400, data: { problem: { field, data: { isMissing: true } } } });
	});

	it('was not even tried when its fields are not what the page has', async () => {
		const { event } = posted({ kind: 'pigeon' });
		const answer = await formAction(identifierForm, () => Promise.reject(new Error('tried')))(event);
		expect(answer).toMatchObject({ status: 400, data: { problem: { code: 'guard.invalid_input' } } });
	});
});

describe('a form that went through', () => {
	it('leads to the next page of the same interaction', async () => {
		const { event } = posted(identifier, '?app_id=shop&uid=abcdefgh&login_hint=mia@example.com&kind=phone');
		const leaving = formAction(identifierForm, ends({ page: '/sign-in/verification-code' }))(event);
		const answer = await leaving.catch((thrown: unknown) => thrown);
		expect(isRedirect(answer)).toBe(true);
		expect(answer).toMatchObject({ status: 303, location: '/sign-in/verification-code?app_id=shop&uid=abcdefgh' });
	});

	it('forgets what was typed once it leads back to the application', async () => {
		const { event, kept } = posted(identifier);
		await formAction(identifierForm, ends({ page: '/go' }))(event).catch(() => undefined);
		expect(kept.draft).toBeUndefined();
	});
});
