import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { keepCookie } from './kept-cookie.ts';
import { createSeals, draftSeconds } from './sealed-cookie.ts';

const seal = createSeals('a secret for tests, long enough to be one').draft;
const place = { name: 'kept', owner: '', secure: true, sealed: () => undefined };
const cookies = {
	serialize: (name, value, { maxAge }) => `${name}=${value && 'sealed'}; ${maxAge ?? 'until it is closed'}`
} as Cookies;

function written(isTransient: boolean, change: 'write' | 'clear' | 'read') {
	const { kept, finish } = keepCookie(seal, { ...place, isTransient });
	kept[change]({ kind: 'phone' });
	const headers = new Headers();
	finish(headers, cookies);
	return headers.getSetCookie();
}

describe('a cookie that a browser keeps for us', () => {
	it.each([
		[false, 'write', [`kept=sealed; ${draftSeconds}`]],
		[true, 'write', ['kept=sealed; until it is closed']],
		[true, 'clear', ['kept=; 0']],
		[true, 'read', []]
	] as const)('with nothing to outlive the browser: %s, after %s', (isTransient, change, lines) => {
		expect(written(isTransient, change)).toEqual(lines);
	});
});
