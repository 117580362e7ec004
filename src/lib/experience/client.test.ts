import { describe, expect, it } from 'vitest';
import { refusedWith, done, scriptedApi } from '../../../tests/support/scripted-api.ts';
import { reader, writer } from './client.ts';

describe('the client', () => {
	it('says which interaction is meant', async () => {
		const api = scriptedApi({ 'GET experience/interaction': refusedWith(400, 'session.not_found') });
		await reader(api.fetch, { appId: 'shop', uid: 'abcdefgh' }).interaction();
		expect(api.calls[0]?.headers.get('logto-app-id')).toBe('shop');
		expect(api.calls[0]?.headers.get('foyer-interaction')).toBe('abcdefgh');
	});

	it('hands a refusal over with its facts', async () => {
		const api = scriptedApi({ 'PUT experience': refusedWith(429, 'request.rate_limited', { retryAfter: 7 }) });
		expect(await writer(api.fetch).start('SignIn')).toEqual({
			ok: false,
			problem: { code: 'request.rate_limited', data: { retryAfter: 7 }, status: 429 }
		});
	});

	it('hands over all that is wrong with a password', async () => {
		const issues = [{ code: 'password_rejected.too_short', interpolation: { min: 8 } }];
		const api = scriptedApi({ 'POST experience/profile': refusedWith(422, 'password.rejected', issues) });
		expect(await writer(api.fetch).addToProfile({ type: 'password', value: 'short' })).toEqual({
			ok: false,
			problem: { code: 'password.rejected', issues, status: 422 }
		});
	});

	it('takes an empty answer to the end of a recovery', async () => {
		const api = scriptedApi({ 'POST experience/submit': done });
		expect(await writer(api.fetch).submit()).toEqual({ ok: true, value: undefined });
	});

	it('repeats a write once when the interaction was busy', async () => {
		const busy = refusedWith(409, 'session.busy');
		const api = scriptedApi({ 'PUT experience': [busy, done] });
		expect(await writer(api.fetch).start('SignIn')).toMatchObject({ ok: true });
	});

	it('calls it unavailable when nothing answers, or nothing that it understands', async () => {
		const unavailable = { ok: false, problem: { code: 'server.unavailable' } };
		const down = scriptedApi({ 'GET experience/interaction': new TypeError('fetch failed') });
		expect(await reader(down.fetch).interaction()).toEqual(unavailable);
		const odd = async () => new Response('<h1>Bad gateway</h1>', { status: 502 });
		expect(await reader(odd).interaction()).toEqual(unavailable);
		const other = async () => Response.json({ hello: 'world' });
		expect(await reader(other).interaction()).toEqual(unavailable);
	});

	it('does not pretend to know a code that it has no words for', async () => {
		const api = scriptedApi({ 'PUT experience': refusedWith(422, 'session.mfa.something_new') });
		const answer = await writer(api.fetch).start('SignIn');
		expect(answer).toEqual({ ok: false, problem: { code: 'server.internal', status: 422 } });
	});
});
