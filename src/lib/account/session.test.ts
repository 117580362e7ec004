import { describe, expect, it } from 'vitest';
import type { AccountSession } from '../contract/account/access.ts';
import { openSession, scope, toSession, type AccountEvent } from './session.ts';

const minute = 60_000;
const session = (lastsMs: number): AccountSession => ({
	accessToken: 'of-alice',
	expiresAt: Date.now() + lastsMs,
	userId: 'alice',
	proof: { id: 'proof', expiresAt: Date.now() + minute, by: 'Password' }
});

function eventOf(method: string, address: string, kept: AccountSession | undefined): AccountEvent {
	const url = new URL(address, 'http://localhost');
	const account = { read: () => kept, write: () => undefined, clear: () => undefined };
	return { url, request: new Request(url, { method }), fetch, locals: { account } as unknown as App.Locals };
}

describe('a token of the account page', () => {
	it('ends with the session of the browser', () => {
		expect(scope.split(' ')).not.toContain('offline_access');
	});

	it('is renewed before a page is opened, and not while a form of it is sent', async () => {
		const soon = session(5 * minute);
		await expect(openSession(eventOf('GET', '/account/profile', soon))).rejects.toMatchObject({
			status: 303,
			location: '/account/sign-in?to=%2Faccount%2Fprofile'
		});
		expect(await openSession(eventOf('POST', '/account/profile', soon))).toBe(soon);
		expect(await openSession(eventOf('GET', '/account/profile', session(59 * minute)))).toHaveProperty('proof');
	});

	it('leads back to the page whose form was sent too late, or where a proof was asked for', async () => {
		await expect(openSession(eventOf('POST', '/account/phone/new', session(-1)))).rejects.toMatchObject({
			location: '/account/sign-in?to=%2Faccount%2Fphone%2Fnew'
		});
		const proving = eventOf('POST', '/account/confirm/Password?/verify&to=/account/password', undefined);
		await expect(openSession(proving)).rejects.toMatchObject({
			location: '/account/sign-in?to=%2Faccount%2Fpassword'
		});
	});

	it('keeps what is half done for the same person alone', () => {
		const tokens = { access_token: 'next', token_type: 'bearer', expires_in: 3600 } as never;
		expect(toSession(tokens, 'alice', session(-1))).toMatchObject({ accessToken: 'next', proof: { id: 'proof' } });
		expect(toSession(tokens, 'bob', session(-1))).not.toHaveProperty('proof');
	});
});
