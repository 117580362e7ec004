// Wrong input everywhere: a clear refusal with its code, the state untouched, never a 500.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, startSignIn } from '../support/api-client.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer.stop());

const json = { 'content-type': 'application/json' };
const endpoints = [
	['PUT', ''],
	['PUT', '/interaction-event'],
	['POST', '/verification/verification-code'],
	['POST', '/verification/verification-code/verify'],
	['POST', '/identification']
] as const;

describe.each(endpoints)('%s /api/experience%s', (method, path) => {
	it.each([
		['malformed JSON', '{"interactionEvent":'],
		['an empty body', ''],
		['an array', '[]'],
		['null', 'null'],
		['a number', '1'],
		['a string with NUL', '"\\u0000"'],
		['unknown types', '{"interactionEvent":{},"identifier":[],"verificationId":{},"code":[]}'],
		['deep nesting', '['.repeat(5000) + ']'.repeat(5000)],
		['prototype names', '{"__proto__":{"interactionEvent":"SignIn"},"constructor":1}']
	])('refuses %s', async (_name, body) => {
		const journey = await startSignIn(foyer);
		const response = await journey.request(`/api/experience${path}`, { method, headers: json, body });
		expect(response.status).toBeGreaterThanOrEqual(400);
		expect(response.status).toBeLessThan(500);
		const answer = (await response.json()) as { code: string; message: string };
		expect(answer.code).toMatch(/^(guard\.|session\.)/);
		expect(answer.message.length).toBeGreaterThan(5);
		expect((await journey.api('GET', 'interaction')).body).toMatchObject({ code: 'session.interaction_not_found' });
	});

	it('refuses a body of 100 kB', async () => {
		const journey = await startSignIn(foyer);
		const body = JSON.stringify({ interactionEvent: 'SignIn', padding: 'x'.repeat(100_000) });
		const response = await journey.request(`/api/experience${path}`, { method, headers: json, body });
		expect([400, 413]).toContain(response.status);
	});

	it('needs an interaction', async () => {
		const body = {
			interactionEvent: 'SignIn',
			identifier: { type: 'phone', value: somePhone() },
			verificationId: 'v',
			code: '123456'
		};
		const answer = await openBrowser(foyer.origin).api(method, path.slice(1), body);
		expect(answer).toMatchObject({ status: 400, body: { code: 'session.not_found' } });
	});
});

describe('an identifier', () => {
	it.each([
		['phone', '12', 'user.invalid_phone'],
		['phone', '+86', 'user.invalid_phone'],
		['phone', 'letters', 'user.invalid_phone'],
		['phone', '8613800138000;ext=5', 'user.invalid_phone'],
		['phone', '８６１３８００１３８０００', 'user.invalid_phone'],
		['phone', '10000000000', 'user.invalid_phone'],
		['email', 'ada', 'user.invalid_email'],
		['email', 'ada@example.com\r\nBcc: eve@example.com', 'user.invalid_email'],
		['email', 'ada＠example.com', 'user.invalid_email'],
		['email', 'ada\u202e@example.com', 'user.invalid_email']
	] as const)('%s %j is refused with %s', async (type, value, code) => {
		const journey = await startSignIn(foyer);
		await journey.api('PUT', '', { interactionEvent: 'SignIn' });
		expect(await journey.sendCode({ type, value })).toMatchObject({ status: 400, body: { code } });
	});

	it.each(['', 'x'.repeat(100_000)])('of an impossible length is refused (%#)', async (value) => {
		const journey = await startSignIn(foyer);
		await journey.api('PUT', '', { interactionEvent: 'SignIn' });
		expect([400, 413]).toContain((await journey.sendCode({ type: 'phone', value })).status);
	});
});

describe('an interaction', () => {
	it('answers 404 until it was started', async () => {
		const journey = await startSignIn(foyer);
		const answer = await journey.sendCode({ type: 'phone', value: somePhone() });
		expect(answer).toMatchObject({ status: 404, body: { code: 'session.interaction_not_found' } });
	});

	it('is not found by a forged or truncated cookie', async () => {
		const journey = await startSignIn(foyer);
		const own = journey.jar.header('/api/experience') ?? '';
		const forgeries = [
			own.replace(/_interaction\.sig=[^;]+/, '_interaction.sig=forged'),
			own.replace(/(_interaction\.sig=)(.)/, (_all, name: string, first: string) => name + (first === 'A' ? 'B' : 'A')),
			own.replace(/_interaction\.sig=[^;]+;? ?/, ''),
			'_interaction=%7B%7D; _interaction.sig=x',
			'_interaction=%; _interaction.sig=%',
			'=; ;;; _interaction'
		];
		for (const cookie of forgeries) {
			const response = await openBrowser(foyer.origin).request('/api/experience/interaction', { headers: { cookie } });
			expect(response.status).toBe(400);
			expect(await response.json()).toMatchObject({ code: 'session.not_found' });
		}
	});

	it('of another application is missing', async () => {
		const journey = await startSignIn(foyer);
		const answer = await journey.api('GET', 'interaction', undefined, { 'logto-app-id': 'another' });
		expect(answer).toMatchObject({ status: 400, body: { code: 'session.not_found' } });
	});

	it('is over after an hour', async () => {
		const journey = await startSignIn(foyer);
		await journey.api('PUT', '', { interactionEvent: 'SignIn' });
		await foyer.advanceClock(3_601_000);
		const answer = await journey.api('GET', 'interaction');
		expect(answer).toMatchObject({ status: 400, body: { code: 'session.not_found' } });
	});
});

describe('the language of a refusal', () => {
	it.each([
		['zh-CN,zh;q=0.9', /[\u4e00-\u9fff]/],
		['en', /[a-z]/]
	])('follows Accept-Language %s', async (language, words) => {
		const response = await openBrowser(foyer.origin).request('/api/experience/interaction', {
			headers: { 'accept-language': language }
		});
		expect(((await response.json()) as { message: string }).message).toMatch(words);
		expect(response.headers.get('content-language')).toBe(language.split(',')[0]);
	});

	it('follows ?locale= first', async () => {
		const response = await openBrowser(foyer.origin).request('/api/experience/interaction?locale=zh-CN');
		expect(((await response.json()) as { message: string }).message).toMatch(/[\u4e00-\u9fff]/);
	});
});

describe('what does not exist', () => {
	it('is a 404 with a code', async () => {
		const answer = await openBrowser(foyer.origin).api('GET', '/api/experience/nothing-here');
		expect(answer).toMatchObject({ status: 404, body: { code: 'entity.not_found' } });
	});

	it.each(['unknown application', 'unregistered redirect URI', 'a missing client_id'])(
		'%s is told here, without a redirect',
		async (flaw) => {
			const query = new URLSearchParams({
				client_id: flaw === 'unknown application' ? 'nobody' : 'demo-app',
				redirect_uri:
					flaw === 'unregistered redirect URI' ? 'https://evil.example/cb' : `${foyer.origin}/demo-app/callback`,
				response_type: 'code',
				scope: 'openid'
			});
			if (flaw === 'a missing client_id') query.delete('client_id');
			const response = await fetch(`${foyer.origin}/oidc/auth?${query}`, {
				redirect: 'manual',
				headers: { accept: 'text/html' }
			});
			expect(response.status).toBe(400);
			expect(response.headers.get('location')).toBeNull();
			expect(response.headers.get('content-type')).toContain('text/html');
			expect(await response.text()).toContain('<h1');
		}
	);

	it('an unregistered redirect address is in the log as it came', async () => {
		const line = /"redirectUri":"https:\/\/evil\.example\/cb".*"msg":"oidc refused"/;
		await expect.poll(() => foyer.logs()).toMatch(line);
	});
});

describe('a page view', () => {
	it('changes nothing', async () => {
		const journey = await startSignIn(foyer);
		const hint = journey.page.search;
		for (const path of ['/sign-in', '/register', '/sign-in/verification-code', '/go', '/unknown-session']) {
			await journey.request(path + hint);
		}
		expect((await journey.api('GET', 'interaction')).body).toMatchObject({ code: 'session.interaction_not_found' });
	});
});

describe('the well-known answers', () => {
	it('tell the settings without the engine’s limits', async () => {
		const { status, body } = await openBrowser(foyer.origin).api('GET', '/api/.well-known/sign-in-exp');
		expect(status).toBe(200);
		expect(body).toMatchObject({ signInMode: 'SignInAndRegister', forgotPassword: { phone: false, email: false } });
		expect(body).not.toHaveProperty('sendPolicy');
	});

	it('tell the words of a language', async () => {
		const { body, headers } = await openBrowser(foyer.origin).api('GET', '/api/.well-known/phrases?lng=zh-CN');
		expect((body as { translation: Record<string, string> }).translation.send_code).toMatch(/[\u4e00-\u9fff]/);
		expect(headers.get('content-language')).toBe('zh-CN');
	});

	it('tell the status', async () => {
		expect((await openBrowser(foyer.origin).request('/api/status')).status).toBe(204);
		expect((await openBrowser(foyer.origin).request('/api/status?ready=1')).status).toBe(204);
	});
});
