// The studio: open in the demonstration, elsewhere by a signed link; framed by itself alone, and with no acting form.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/api-client.ts';
import { signInToConsole } from '../support/console.ts';
import { openMachine } from '../support/management.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const preview = '/studio/preview/sign-in/phone';
const secret = 'only for this test: 0123456789abcdef';
let demo: Foyer;
let production: Foyer;
beforeAll(async () => {
	demo = await startFoyer();
	const env = { FOYER_ORIGIN: 'https://login.example.com', FOYER_SECRET: secret, HOST: '127.0.0.1' };
	production = await startFoyer({ env, clock: false });
});
afterAll(() => Promise.all([demo.stop(), production.stop()]));

const look = (foyer: Foyer, path: string, headers: Record<string, string> = {}) =>
	fetch(foyer.address + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } });
const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? '';

describe('a preview', () => {
	it('is framed by the studio alone, and its forms lead nowhere', async () => {
		const answer = await look(demo, preview);
		expect(answer.status).toBe(200);
		expect(policyOf(answer)).toMatch(/frame-ancestors 'self'/);
		expect(policyOf(answer)).toMatch(/form-action 'none'/);
		expect(policyOf(answer)).not.toMatch(/unsafe|frame-ancestors 'none'/);
		expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
		const posted = await fetch(demo.origin + preview, { method: 'POST', headers: { origin: demo.origin } });
		expect(posted.status).toBe(405);
	});

	it('is the same for everybody: no cookie and no header counts, and none is set', async () => {
		const plain = await look(demo, `${preview}?lang=zh-CN&theme=dark`);
		const mine = await look(demo, `${preview}?lang=zh-CN&theme=dark`, {
			cookie: 'foyer_lang=en; foyer_draft=x; foyer_last=x; _interaction=x',
			'accept-language': 'en'
		});
		const withoutNonce = async (answer: Response) => (await answer.text()).replaceAll(/nonce="[^"]+"/g, '');
		const html = await withoutNonce(plain);
		expect(await withoutNonce(mine)).toBe(html);
		expect(html).toMatch(/<html lang="zh-CN" dir="ltr">/);
		expect(html).toContain('color-scheme:dark');
		expect([plain, mine].map((answer) => answer.headers.get('set-cookie'))).toEqual([null, null]);
	});

	it('speaks a language that grows, which the studio offers and pages do not', async () => {
		const html = await (await look(demo, `${preview}?lang=en-XA`)).text();
		expect(html).toContain('<html lang="en-XA" dir="ltr">');
		expect(html).toContain('Sîïgn îïn');
		expect(html).not.toContain('hreflang="en-XA"');
		expect(await (await look(demo, '/studio')).text()).toContain('<option value="en-XA"');
		const page = await (await fetch(`${demo.origin}/unknown-session?lang=en-XA`)).text();
		expect(page).toContain('<html lang="en"');
		expect(page).not.toContain('en-XA');
	});

	it('of nothing is nothing', async () => {
		for (const path of ['sign-in/nothing', 'nothing/phone', 'constructor/name', 'sign-in/constructor'])
			expect((await look(demo, `/studio/preview/${path}`)).status).toBe(404);
	});
});

describe('the index', () => {
	it('leads to previews in the look that was chosen, and finds what is asked for', async () => {
		const answer = await look(demo, '/studio?q=terms&theme=dark&lang=zh-CN');
		const html = await answer.text();
		expect(html).toContain('href="/studio/preview/register/terms-to-tick?theme=dark&amp;lang=zh-CN"');
		expect(html).not.toContain('/studio/preview/password/');
		expect(policyOf(answer)).toMatch(/frame-src 'self'/);
		expect(policyOf(answer)).toMatch(/frame-ancestors 'none'/);
		expect(await (await look(demo, '/studio?q=<b>nothing')).text()).toContain('Nothing is called “&lt;b>nothing”');
	});

	it('is read, and searched, in Chinese by whoever reads Chinese', async () => {
		const headers = { 'accept-language': 'zh-CN' };
		const html = await (await fetch(`${demo.origin}/studio?q=${encodeURIComponent('验证码错误')}`, { headers })).text();
		expect(html).toMatch(/<h1[^>]*>页面图册</);
		expect(html).toMatch(/href="\/studio\/preview\/verification-code\/wrong"[^>]*>验证码错误</);
		expect(html).not.toContain('/studio/preview/consent/');
	});
});

describe('a draft', () => {
	const drawn = `${preview}?brand=draft`;
	let ada: Browser;
	beforeAll(async () => {
		const machine = await openMachine(demo);
		const { status } = await machine.api('PUT', 'sign-in-exp/draft', {
			branding: { name: 'Night Market', cornerRadius: 3 },
			color: { primaryColor: '#7c2d12' },
			customCss: 'h1 { letter-spacing: 0.1em }'
		});
		expect(status).toBe(200);
		await demo.run(['admin', 'create', 'ada@example.com']);
		ada = await signInToConsole(demo, 'ada@example.com');
	});
	const asAda = async (path: string) => {
		const answer = await ada.request(path, { headers: { accept: 'text/html' } });
		return { status: answer.status, html: await answer.text() };
	};

	it('is drawn for an administrator: its name, colour, corners and style sheet', async () => {
		const { status, html } = await asAda(drawn);
		expect(status).toBe(200);
		for (const part of ['Night Market', '--foyer-primary:#7c2d12', '--foyer-radius:3px', '/branding/draft/'])
			expect(html).toContain(part);
		expect((await asAda(preview)).html).not.toMatch(/Night Market|#7c2d12|branding/);
	});

	it('stands beside what is in force, state by state', async () => {
		const { html } = await asAda('/studio?brand=draft&beside=own&q=terms&show=register/terms-to-tick');
		expect(html).toContain('src="/studio/preview/register/terms-to-tick?brand=draft"');
		expect(html).toContain('src="/studio/preview/register/terms-to-tick?brand=own"');
		expect(html).toContain('href="/studio?brand=draft&amp;beside=own&amp;q=terms&amp;show=sign-in%2F');
	});

	it('is nobody else’s: not a visitor’s, nor that of somebody with a link, nor a former administrator’s', async () => {
		expect((await look(demo, drawn)).status).toBe(404);
		const index = await (await look(demo, '/studio?brand=draft')).text();
		expect(index).toContain('A draft is for administrators');
		expect(index).not.toContain('<option value="draft"');
		const made = await production.run(['studio', 'link']);
		const { search } = new URL(made.stdout.trim());
		expect((await look(production, `${preview}${search}&brand=draft`)).status).toBe(404);
		await demo.run(['admin', 'remove', 'ada@example.com']);
		const { status, html } = await asAda(drawn);
		expect(status).toBe(404);
		expect(html).not.toMatch(/Night Market|#7c2d12/);
	});
});

describe('outside the demonstration', () => {
	it('nobody looks without a link', async () => {
		for (const path of ['/studio', preview, `${preview}?token=1.x`, '/studio?token=99999999999999.x'])
			expect((await look(production, path)).status).toBe(404);
	});

	it('a link of `foyer studio` opens it until it ends', async () => {
		const made = await production.run(['studio', 'link', '--hours', '1']);
		const link = new URL(made.stdout.trim());
		expect(link.origin).toBe('https://login.example.com');
		const answer = await look(production, link.pathname + link.search);
		expect(answer.status).toBe(200);
		expect(await answer.text()).toContain(`${preview}${link.search}`);
		expect((await look(production, preview + link.search)).status).toBe(200);
		const past = await production.run(['studio', 'link', '--hours', '0.0000001']);
		expect((await look(production, preview + new URL(past.stdout.trim()).search)).status).toBe(404);
		expect(await production.run(['studio', 'link', '--hours', '1000'])).toMatchObject({ code: 2 });
	});
});
