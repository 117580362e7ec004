// Where one network asks too often: people read a page that leads on, programs JSON, and the database hears nothing of it.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWatched, type WatchedFoyer } from '../support/watched-server.ts';
import { isRemembered } from '../support/statement-kinds.ts';

let foyer: WatchedFoyer;
/** The demo has no such limit, so this is a production: it listens on loopback, as behind a proxy. */
beforeAll(async () => {
	const secret = 'only for this test: 0123456789abcdef';
	const env = { FOYER_ORIGIN: 'https://login.example.com', FOYER_SECRET: secret, HOST: '127.0.0.1' };
	foyer = await startWatched({ env, clock: false });
	const spend = async () => {
		const answers = await Promise.all(Array.from({ length: 100 }, () => send('/api/.well-known/nothing')));
		return answers.some(({ status }) => status === 429);
	};
	await vi.waitUntil(spend, { timeout: 50_000, interval: 1 });
});
afterAll(() => foyer?.stop());

const send = (path: string, init: RequestInit = {}) => fetch(foyer.address + path, { redirect: 'manual', ...init });
const browser = { accept: 'text/html,*/*', 'accept-language': 'en', origin: 'https://login.example.com' };
const headingOf = (page: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(page)?.[1]?.replaceAll(/<!--.*?-->/g, '');

describe('a network that asks too often', () => {
	it.each(['GET', 'POST'])('is told when to go on, and where: %s', async (method) => {
		const answer = await send('/sign-in?app_id=shop&uid=12345678&q="<', { method, headers: browser });
		expect(answer.status).toBe(429);
		const wait = Number(answer.headers.get('retry-after'));
		expect(wait).toBeGreaterThan(0);
		expect(wait).toBeLessThanOrEqual(60);
		const page = await answer.text();
		expect(headingOf(page)).toBe('Let’s slow down');
		expect(page).toMatch(/Please try again in (\d+ seconds|1 minute)\./);
		expect(page).toMatch(/href="\/sign-in\?app_id=shop&#38;uid=12345678&#38;q=[^"<>]*"[^>]*>(<!---->)?Try again/);
		expect(page).toMatch(/href="\?app_id=shop&#38;uid=12345678&#38;q=[^"<>]*&#38;lang=de"/);
	});

	it('reads it in its language', async () => {
		const page = await (await send('/sign-in', { headers: { ...browser, 'accept-language': 'zh-CN' } })).text();
		expect(page).toContain('<html lang="zh-CN"');
		expect(headingOf(page)).toBe('操作过于频繁');
	});

	it('gets a page without script of its own in it, under the policy of all pages', async () => {
		const answer = await send('/sign-in', { headers: browser });
		const policy = answer.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("script-src 'self';");
		const page = await answer.text();
		const nonces = new Set([...page.matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce));
		expect([...nonces].map((nonce) => policy.includes(`'nonce-${nonce}'`))).toEqual([true]);
		expect(page).not.toMatch(/<script(?![^>]* src=)/);
		expect([answer.headers.get('cache-control'), answer.headers.get('set-cookie')]).toEqual(['no-store', null]);
	});

	it('costs the database nothing', async () => {
		await send('/sign-in', { headers: browser });
		await foyer.takeWork();
		const answers = await Promise.all(
			Array.from({ length: 50 }, (_, index) => send(`/sign-in?uid=${index}`, { headers: browser }))
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([429]));
		const { statements } = await foyer.takeWork();
		expect(statements.filter((sql) => !isRemembered(sql))).toEqual([]);
		expect(statements.length).toBeLessThan(10);
	});

	it.each([
		['a program', '/sign-in', { accept: 'application/json' }],
		['the API, whoever asks', '/api/experience/interaction', browser]
	])('is answered in JSON: %s', async (_who, path, headers) => {
		const answer = await send(path, { headers });
		expect(answer.status).toBe(429);
		expect(await answer.json()).toMatchObject({ code: 'request.rate_limited' });
	});
});
