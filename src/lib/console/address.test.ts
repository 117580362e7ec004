import { expect, it } from 'vitest';
import { insideConsole } from './address.ts';

it('never leads out of the console', () => {
	expect(insideConsole('/console/users/abc-1')).toBe('/console/users/abc-1');
	for (const to of [null, undefined, 7, '', '/account', '//evil.example', '/console.evil.example', '/console/../x'])
		expect(insideConsole(to), String(to)).toBe('/console');
});
