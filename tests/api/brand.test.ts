// A tenant's look as browsers get it: colours, icon, radius and style sheet.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFoyer, type Foyer } from '../support/server.ts';

const icon = 'data:image/png;base64,iVBORw0KGgo=';
const branding = {
	name: 'Harbour & Sons',
	favicon: icon,
	darkFavicon: '/favicon.svg',
	cornerRadius: 3,
	artworkUrl: '/studio/harbour.svg',
	artworkColor: '#1e3a8a'
};
const supportWebsiteUrl = 'https://harbour.example/help';
const privacyPolicyUrl = 'https://harbour.example/privacy';
const customCss = 'h1 { letter-spacing: 0.5em }';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { branding, customCss, supportWebsiteUrl, privacyPolicyUrl } });
});
afterAll(() => foyer.stop());

const page = async () => (await fetch(`${foyer.origin}/unknown-session`)).text();
const sheetOf = (html: string) => /<link rel="stylesheet" href="(\/branding\/[\w-]+\.css)">/.exec(html)?.[1] ?? '';

describe('a page', () => {
	it('shows the icon for each theme and the radius', async () => {
		const html = await page();
		expect(html).toContain(`<link rel="icon" href="${icon}">`);
		expect(html).toContain('<link rel="icon" href="/favicon.svg" media="(prefers-color-scheme:dark)">');
		expect(html).toContain('--foyer-radius:3px');
		expect(html).not.toContain('%foyer.');
	});

	it('loads the style sheet as a file that may be kept for good', async () => {
		const html = await page();
		const answer = await fetch(foyer.origin + sheetOf(html));
		expect(answer.status).toBe(200);
		expect(await answer.text()).toBe('h1{letter-spacing:0.5em}');
		expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(answer.headers.get('cache-control')).toContain('immutable');
		expect(html.indexOf('/branding/')).toBeGreaterThan(html.lastIndexOf('</style>'));
	});

	it('has a place for the artwork, with its colour and a picture for wide windows alone', async () => {
		const html = await page();
		expect(html).toContain('--foyer-artwork:#1e3a8a');
		expect(html).toContain('<source srcset="/studio/harbour.svg" media="(min-width: 1024px)"');
		expect(html).not.toContain('src="/studio/');
	});

	it('loads another file for another text, and none for none', async () => {
		const before = sheetOf(await page());
		const set = (settings: object) => foyer.run(['settings', 'set', '--file', '-'], JSON.stringify(settings));
		await set({ customCss: 'h1{color:red}' });
		await expect.poll(async () => sheetOf(await page()), { timeout: 5000 }).not.toBe(before);
		const late = await fetch(foyer.origin + before);
		expect([await late.text(), late.headers.get('cache-control')]).toEqual(['h1{color:red}', 'no-store']);
		await set({ customCss: null });
		await expect.poll(async () => sheetOf(await page()), { timeout: 5000 }).toBe('');
		expect((await fetch(foyer.origin + before)).status).toBe(404);
	});
});

it('a brand whose pages are never dark shows no picture for dark ones, whatever the device prefers', async () => {
	const pictures = { ...branding, logoUrl: '/day.svg', darkLogoUrl: '/night.svg', darkArtworkUrl: '/night.jpg' };
	const color = { primaryColor: '#0d6e62', darkPrimaryColor: '#57c9b6' };
	const draw = async (isDarkModeEnabled: boolean) => {
		const settings = { branding: pictures, color: { ...color, isDarkModeEnabled } };
		await foyer.run(['settings', 'set', '--file', '-'], JSON.stringify(settings));
		const hasDarkColors = async () => (await page()).includes('color-scheme:light dark');
		await expect.poll(hasDarkColors, { timeout: 5000 }).toBe(isDarkModeEnabled);
		return page();
	};
	const always = await draw(false);
	expect(always).toContain('src="/day.svg"');
	// Nothing says how wide it is: it has a line of its own.
	expect(always).toMatch(/<header class="[^"]*\bgrid\b/);
	expect(always).not.toMatch(/<img[^>]* on\w+=/);
	expect(always).not.toMatch(/srcset="\/night/);
	const both = await draw(true);
	expect(both).toContain('srcset="/night.svg"');
	expect(both).toContain('srcset="/night.jpg"');
});

it("a page that is not there has the brand's name and ways to its help and its privacy policy", async () => {
	const answer = await fetch(`${foyer.origin}/nothing-here`, { headers: { accept: 'text/html' } });
	expect(answer.status).toBe(404);
	const html = await answer.text();
	expect(html).toContain('Harbour &amp; Sons');
	expect(html).toContain(`href="${supportWebsiteUrl}"`);
	expect(html).toContain(`href="${privacyPolicyUrl}"`);
	expect(html).toContain('--foyer-radius:3px');
});

it('the studio draws this installation with its icon and its style sheet, other brands without', async () => {
	const previewOf = async (brand: string) =>
		(await fetch(`${foyer.origin}/studio/preview/sign-in/phone?brand=${brand}`)).text();
	await foyer.run(['settings', 'set', '--file', '-'], JSON.stringify({ customCss }));
	await expect.poll(async () => sheetOf(await previewOf('own')), { timeout: 5000 }).not.toBe('');
	expect(await previewOf('own')).toContain(`<link rel="icon" href="${icon}">`);
	const other = await previewOf('bookstore');
	expect(sheetOf(other)).toBe('');
	expect(other).toContain('<link rel="icon" href="/favicon.svg" type="image/svg+xml">');
	expect(other).not.toContain('artwork" aria-hidden');
});

it('artwork of another host, or carried in the page, is refused', async () => {
	for (const artworkUrl of ['https://pictures.example/1.jpg', icon, '/two words.jpg']) {
		const ran = await foyer.run(['settings', 'set', '--file', '-'], JSON.stringify({ branding: { artworkUrl } }));
		expect([artworkUrl, ran.code]).toEqual([artworkUrl, 1]);
	}
});

it('a style sheet that does more is refused with the place', async () => {
	const input = JSON.stringify({ customCss: 'h1{color:red}\n@import "//x.example";' });
	const ran = await foyer.run(['settings', 'set', '--file', '-'], input);
	expect(ran.code).toBe(1);
	expect(ran.stderr).toContain('customCss');
	expect(ran.stderr).toContain('line 2, column 1');
});
