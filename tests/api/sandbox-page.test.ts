// The inbox page over HTTP: complete without script, and inert whatever a message holds.
import { afterEach, describe, expect, it } from 'vitest';
import { closeSandboxes, openSandbox, phone, type OpenSandbox } from './sandbox-fixture.ts';

afterEach(closeSandboxes);

const getPage = async ({ url }: OpenSandbox, path = '/', headers: Record<string, string> = {}) => {
	const response = await fetch(`${url}${path}`, { headers });
	return { response, html: await response.text() };
};

/** What the page shows; its templates are for the script. */
const shown = (html: string) => html.replace(/<template[\s\S]*?<\/template>/g, '');

describe('the inbox page', () => {
	it('says what to do while nothing has arrived', async () => {
		const { html } = await getPage(await openSandbox());
		expect(html).toContain('No messages yet');
		expect(shown(html)).not.toContain('class="message"');
	});

	it('lists messages in words, and offers to reload, for who has no script', async () => {
		const sandbox = await openSandbox();
		await sandbox.text(phone);
		await sandbox.mail();
		const { html } = await getPage(sandbox);
		const text = shown(html);
		expect(text).toContain('+86 134 9000 0100');
		expect(text).toMatch(/【Foyer演示】您的登录验证码为：<\/span\s*><b class="code"[^>]*>482913<\/b/);
		expect(text).toContain('Foyer &#60;no-reply@foyer.example&#62;');
		expect(text).toContain('<a href="">Reload</a>');
		expect(text).toMatch(/<noscript\s*><meta http-equiv="refresh"/);
	});

	it('shows one recipient when it is asked to', async () => {
		const sandbox = await openSandbox();
		await sandbox.text(phone);
		await sandbox.mail();
		const { html } = await getPage(sandbox, `/?to=${encodeURIComponent(`+86${phone}`)}`);
		expect(shown(html).match(/class="message"/g)).toHaveLength(1);
		expect(html).toMatch(/aria-current="page"\s*>\+86 134 9000 0100</);
		expect(html).toContain('action="/_sandbox/messages/clear?to=%2B8613490000100"');
	});

	it.each([phone, `86${phone}`, `+86${phone}`, `0086 ${phone}`])('names the recipient %s once', async (to) => {
		const sandbox = await openSandbox();
		await sandbox.text(phone);
		await sandbox.mail();
		const { html } = await getPage(sandbox, `/?to=${to}`);
		const people = /<nav class="people"[\s\S]*?<\/nav/.exec(html)?.[0] ?? '';
		expect([...people.matchAll(/>([^<]+)<\/a/g)].map((match) => match[1]?.trim())).toEqual([
			'All',
			'mei@example.com',
			'+86 134 9000 0100'
		]);
		expect(people).toMatch(/aria-current="page"\s*>\+86 134 9000 0100</);
	});

	it.each([
		['after empty lines', 'Foyer\n\nYour code\n\n    482913\n\nEnter it there.', 'Foyer\nYour code\n'],
		['after a long preface', `${'Dear reader! '.repeat(40)}It is 482913.`, /^….{60}$/]
	])('shows the code of a mail in bold where it stands %s', async (_, TextBody, before) => {
		const sandbox = await openSandbox();
		await sandbox.mail({ TextBody });
		const text = shown((await getPage(sandbox)).html);
		const [, told] = /data-slot="before">([^<]*)<\/span\s*><b class="code"[^>]*>482913<\/b/.exec(text) ?? [];
		if (typeof before === 'string') expect(told).toBe(before);
		else expect(told).toMatch(before);
	});

	it.each([
		['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', '还没有信息'],
		['zh-TW', 'zh-CN', '还没有信息'],
		['en-GB,zh;q=0.5', 'en', 'No messages yet'],
		['de', 'en', 'No messages yet']
	])('speaks to a browser that wants %s in %s', async (wish, language, words) => {
		const { response, html } = await getPage(await openSandbox(), '/', { 'accept-language': wish });
		expect(html).toContain(`<html lang="${language}">`);
		expect(html).toContain(words);
		expect(response.headers.get('vary')).toBe('accept-language');
	});

	it('is cleared by a plain form', async () => {
		const sandbox = await openSandbox();
		await sandbox.text(phone);
		const response = await fetch(`${sandbox.url}/_sandbox/messages/clear`, { method: 'POST', redirect: 'manual' });
		expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
		expect(await sandbox.messages()).toEqual([]);
	});
});

describe('what the page may do', () => {
	it('is to run its own file, and nothing inline', async () => {
		const { response, html } = await getPage(await openSandbox());
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self'");
		expect(policy).toContain("style-src 'self'");
		expect(policy).toContain("require-trusted-types-for 'script'");
		expect(policy).not.toContain('unsafe');
		expect(html).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=/);
	});

	it.each(['inbox.js', 'present.js', 'inbox.css'])('includes %s', async (name) => {
		const { response } = await getPage(await openSandbox(), `/_sandbox/${name}`);
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toMatch(/^text\/(javascript|css); charset=utf-8$/);
	});

	it('is nothing elsewhere', async () => {
		const sandbox = await openSandbox();
		for (const path of ['/other', '/_sandbox/serve.ts', '/_sandbox/../sandbox.ts']) {
			expect((await getPage(sandbox, path)).response.status, path).toBe(404);
		}
	});

	it('does not depend on what a message or an address says', async () => {
		const sandbox = await openSandbox();
		const hostile = '"><img src=x onerror=alert(1)><!--';
		await sandbox.mail({ Subject: hostile, TextBody: hostile, HtmlBody: hostile });
		const { html } = await getPage(sandbox);
		expect(html).not.toContain('<img');
		expect(html).toContain('&#34;&#62;&#60;img src=x onerror=alert(1)&#62;&#60;!--');
		expect((await getPage(sandbox, `/?to=${encodeURIComponent(hostile)}`)).html).not.toContain('<img');
	});
});
