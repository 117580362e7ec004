import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { longOnes, mostBytesOf, photographs } from './body-bounds.ts';

it('a body is as long as its route needs', () => {
	for (const route of [null, '/sign-in', '/api/receipts', '/account/profile']) expect(mostBytesOf(route)).toBe(65_536);
	for (const route of longOnes) expect(mostBytesOf(route)).toBe(614_400);
	for (const route of photographs) expect(mostBytesOf(route)).toBe(Infinity);
});

it('every route that is named is there', () => {
	const folder = new URL('../../../routes', import.meta.url).pathname;
	const isThere = (route: string) =>
		['server.ts', 'page.server.ts'].some((file) => existsSync(`${folder}${route}/+${file}`));
	expect([...longOnes, ...photographs].filter((route) => !isThere(route))).toEqual([]);
});
