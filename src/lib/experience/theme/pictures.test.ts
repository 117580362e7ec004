import { describe, expect, it } from 'vitest';
import { picturesFor } from './pictures.ts';

const brand = {
	name: 'Shop',
	logoUrl: '/light.svg',
	darkLogoUrl: '/dark.svg',
	artworkUrl: '/day.jpg',
	darkArtworkUrl: '/night.jpg'
};
const on = { isDarkModeEnabled: true };
const off = { isDarkModeEnabled: false };
const light = { ...brand, darkLogoUrl: undefined, darkArtworkUrl: undefined };
const dark = { ...light, logoUrl: '/dark.svg', artworkUrl: '/night.jpg' };

describe('the pictures of a brand', () => {
	it('are both there where pages follow the device', () => {
		expect(picturesFor(brand, on)).toEqual(brand);
	});

	it('are the light ones alone where pages are never dark', () => {
		expect(picturesFor(brand, off)).toEqual(light);
	});

	it('are those of the one theme that a preview shows, whatever the settings say', () => {
		for (const color of [on, off]) {
			expect(picturesFor(brand, color, 'light')).toEqual(light);
			expect(picturesFor(brand, color, 'dark')).toEqual(dark);
		}
	});

	it('are the light ones on dark pages, too, where there are no others', () => {
		expect(picturesFor({ logoUrl: '/light.svg' }, on, 'dark').logoUrl).toBe('/light.svg');
	});
});
