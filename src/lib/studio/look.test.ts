import { describe, expect, it } from 'vitest';
import { brands, type Brand } from './brands.ts';
import { lookQuery, readLook } from './look.ts';

const own = brands.ink as Brand;
const read = (query: string) => readLook(new URLSearchParams(query), own);

describe('the look of a preview', () => {
	it('is this installation in English unless the address says otherwise', () => {
		expect(read('')).toEqual({
			brand: own,
			look: { locale: 'en', dir: 'ltr', theme: 'auto', color: own.color, isOwn: true }
		});
	});

	it('is what the address says', () => {
		const { brand, look } = read('theme=dark&lang=zh&brand=canary&dir=rtl');
		expect(look).toMatchObject({
			locale: 'zh-CN',
			dir: 'rtl',
			theme: 'dark',
			color: brands.canary?.color,
			isOwn: false
		});
		expect(brand.name).toBe('Canary');
		expect(read('brand=7c3aed').look.color.primaryColor).toBe('#7c3aed');
	});

	it('may be in a language that grows, which has to be called by its name', () => {
		expect(read('lang=en-XA').look).toMatchObject({ locale: 'en-XA', dir: 'ltr' });
		expect(read('lang=en-XB').look.locale).toBe('en');
	});

	it('is never made of anything else', () => {
		for (const brand of ['red;}', 'constructor', '__proto__', '#7c3aed', '7c3aedff']) {
			expect(read(new URLSearchParams({ brand, theme: 'x', dir: 'up', lang: '<' }).toString())).toEqual(read(''));
		}
	});

	it('goes along with links, and the rest stays behind', () => {
		expect(lookQuery(new URLSearchParams('q=code&theme=dark&width=320&token=1.x&lang='))).toBe('?theme=dark&token=1.x');
	});
});
