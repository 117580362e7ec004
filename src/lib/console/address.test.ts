import { expect, it } from 'vitest';
import { insideConsole } from './address.ts';

it('never leads out of the console', () => {
	for (const to of ['/console/users/abc-1', '/console/users?q=Gr%C3%BC%C3%9Fe+a.b&page=2'])
		expect(insideConsole(to)).toBe(to);
	for (const to of [
		null,
		undefined,
		7,
		'',
		'/account',
		'//evil.example',
		'/console.evil.example',
		'/console/../x',
		'/console?q=//evil',
		'/console\n?q'
	])
		expect(insideConsole(to), String(to)).toBe('/console');
});
