import { describe, expect, it } from 'vitest';
import { answered, refusedWith, scriptedApi } from '../../../../tests/support/scripted-api.ts';
import type { ConsentAnswer } from '../../contract/consent.ts';
import { writer } from '../client.ts';
import { answerConsent, pageInstead, readConsent } from './consent.ts';

const asked: ConsentAnswer = {
	application: { id: 'shop', name: 'Shop' },
	user: { id: 'u1', name: null, avatar: null, username: null, primaryEmail: null, primaryPhone: '8613800138000' },
	missingOIDCScope: ['phone'],
	redirectUri: 'https://shop.example/callback',
	scopes: ['openid', 'offline_access', 'email', 'phone', 'profile'],
	version: 'v1'
};

describe('what the page shows', () => {
	it("has the person's own values, shortened, and says where there is none", () => {
		expect(readConsent(asked).scopes).toEqual([
			{ name: 'profile', value: '' },
			{ name: 'phone', value: '+86 138 •••• 8000' },
			{ name: 'email', value: '' },
			{ name: 'offline_access', value: undefined }
		]);
	});

	it('calls people by their name where they have one', () => {
		const { account } = readConsent(asked);
		expect(account).toBe('+86 138 •••• 8000');
		expect(readConsent({ ...asked, user: { ...asked.user, name: 'Lin' } }).account).toBe('Lin');
		expect(readConsent({ ...asked, user: { ...asked.user, primaryPhone: null } }).account).toBe('u1');
	});

	it('names the host that the answer goes to, but no private scheme', () => {
		expect(readConsent(asked).host).toBe('shop.example');
		expect(readConsent({ ...asked, redirectUri: 'com.example.shop:/back' }).host).toBeUndefined();
	});

	it('links to no address that could run script', () => {
		const application = { ...asked.application, termsOfUseUrl: 'javascript:alert(1)' };
		expect(readConsent({ ...asked, application }).terms.termsUrl).toBeUndefined();
	});

	it('says one thing for both scopes of organizations', () => {
		const scopes = ['openid', 'urn:logto:scope:organizations', 'urn:logto:scope:organization_roles'];
		expect(readConsent({ ...asked, scopes }).scopes).toEqual([{ name: 'organizations', value: undefined }]);
	});
});

describe('an answer', () => {
	const post = 'POST interaction/consent';
	const give = (answer: Parameters<typeof scriptedApi>[0][string]) =>
		answerConsent(writer(scriptedApi({ [post]: answer }).fetch), { version: 'v1' });

	it('leads back to the application', async () => {
		expect(await give(answered({ redirectTo: 'http://localhost/oidc/auth/x' }))).toEqual({ page: '/go' });
	});

	it.each([
		[400, 'session.not_found', '/unknown-session'],
		[400, 'session.invalid_interaction_type', '/sign-in'],
		[401, 'user.suspended', '/consent'],
		[404, 'entity.not_found', '/consent'],
		[400, 'oidc.invalid_scope', '/consent']
	])('refused with %i %s leads to %s', async (status, code, page) => {
		expect(await give(refusedWith(status, code))).toEqual({ page });
	});

	it('to a request that has changed stays here, and says so', async () => {
		expect(await give(refusedWith(409, 'session.consent_changed'))).toMatchObject({
			problem: { code: 'session.consent_changed' }
		});
	});

	it('is sent once more when somebody else was quicker', async () => {
		const busy = refusedWith(409, 'session.busy');
		expect(await give([busy, answered({ redirectTo: 'x' })])).toEqual({ page: '/go' });
	});
});

it('has a page for whoever has nothing to agree to', () => {
	expect(pageInstead('session.invalid_interaction_type')).toBe('/sign-in');
	expect(pageInstead('user.suspended')).toBeUndefined();
});
