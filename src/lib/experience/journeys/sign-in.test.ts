import { describe, expect, it } from 'vitest';
import {
	answered,
	done,
	finished,
	interaction,
	notStarted,
	refusedWith,
	scriptedApi,
	verification
} from '../../../../tests/support/scripted-api.ts';
import { writer } from '../client.ts';
import { codeInstead, enterPassword } from './sign-in.ts';

const read = 'GET experience/interaction';
const check = 'POST experience/verification/password';
const identify = 'POST experience/identification';
const submit = 'POST experience/submit';
const settings = 'GET .well-known/sign-in-exp';
const proven = answered({ verificationId: 'p1' });
const leaves = answered({ redirectTo: '/oidc/auth/abc' });
const begun = { [read]: interaction(), [check]: proven, [identify]: done, [submit]: leaves };
const form = { identifier: '+86 138 0013 8000', kind: 'phone', password: 'a long phrase' } as const;
const draft = { read: () => undefined, write: () => {} };

describe('a password', () => {
	it('signs in whom the page has shown', async () => {
		const api = scriptedApi({ ...begun, [read]: notStarted, 'PUT experience': done });
		expect(await enterPassword(writer(api.fetch), form, draft)).toEqual({ page: '/go' });
		expect(api.called()).toEqual([read, 'PUT experience', check, identify, submit]);
		expect(api.calls[2]?.body).toEqual({
			identifier: { type: 'phone', value: '8613800138000' },
			password: 'a long phrase'
		});
	});

	it('does not begin again in an interaction that is under way', async () => {
		const api = scriptedApi(begun);
		expect(await enterPassword(writer(api.fetch), form, draft)).toEqual({ page: '/go' });
		expect(api.called()).not.toContain('PUT experience');
	});

	it('begins anew after a recovery was left', async () => {
		const recovering = interaction({ interactionEvent: 'ForgotPassword' });
		const api = scriptedApi({ ...begun, [read]: recovering, 'PUT experience': done });
		expect(await enterPassword(writer(api.fetch), form, draft)).toEqual({ page: '/go' });
	});

	it('that is wrong is said on the page', async () => {
		const api = scriptedApi({ ...begun, [check]: refusedWith(422, 'session.invalid_credentials') });
		const outcome = await enterPassword(writer(api.fetch), form, draft);
		expect(outcome).toMatchObject({ problem: { code: 'session.invalid_credentials' } });
	});

	it('posted twice leads on twice', async () => {
		const late = scriptedApi({ [read]: finished });
		expect(await enterPassword(writer(late.fetch), form, draft)).toEqual({ page: '/go' });
		const password = { id: 'p2', type: 'Password', identifier: verification().identifier, verified: true } as const;
		const overtaken = scriptedApi({
			...begun,
			[read]: interaction({ verificationRecords: [password] }),
			[identify]: [refusedWith(404, 'session.verification_session_not_found'), done]
		});
		expect(await enterPassword(writer(overtaken.fetch), form, draft)).toEqual({ page: '/go' });
	});

	it('of somebody else in the same interaction begins it anew', async () => {
		const conflict = refusedWith(409, 'session.identity_conflict');
		const api = scriptedApi({ ...begun, [identify]: [conflict, done], 'PUT experience': done });
		expect(await enterPassword(writer(api.fetch), form, draft)).toEqual({ page: '/go' });
		expect(api.called().filter((call) => call === check)).toHaveLength(2);
	});

	it('that is too old leads to a new one, where that can be had', async () => {
		const expired = { ...begun, [check]: refusedWith(422, 'password.expired') };
		const offered = { signInMode: 'SignIn', forgotPassword: { phone: true, email: false } };
		const api = scriptedApi({ ...expired, [settings]: answered(offered) });
		expect(await enterPassword(writer(api.fetch), form, draft)).toEqual({
			page: '/forgot-password',
			query: { expired: '1' }
		});
		const none = { ...offered, forgotPassword: { phone: false, email: false } };
		const closed = scriptedApi({ ...expired, [settings]: answered(none) });
		expect(await enterPassword(writer(closed.fetch), form, draft)).toMatchObject({
			problem: { code: 'password.expired' }
		});
	});

	it('leads to what the account still lacks', async () => {
		const lacking = refusedWith(422, 'user.missing_profile', { missingProfile: ['email', 'username'] });
		const api = scriptedApi({ ...begun, [submit]: lacking });
		expect(await enterPassword(writer(api.fetch), form, draft)).toEqual({ page: '/continue/email', query: undefined });
	});
});

describe('a code instead of the password', () => {
	it('goes to whom the page has shown', async () => {
		const send = 'POST experience/verification/verification-code';
		const api = scriptedApi({
			[read]: interaction(),
			'PUT experience': done,
			[send]: answered({ verificationId: 'v1' })
		});
		expect(await codeInstead(writer(api.fetch), form)).toEqual({ page: '/sign-in/verification-code' });
		expect(api.calls.at(-1)?.body).toMatchObject({ identifier: { type: 'phone', value: '8613800138000' } });
	});
});
