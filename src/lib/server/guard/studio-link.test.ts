import { describe, expect, it } from 'vitest';
import { createStudioLinks } from './studio-link.ts';

const secret = 'a secret for tests, long enough to be one';

describe('a link to the studio', () => {
	it('is good until its end', () => {
		let now = 1_000_000;
		const links = createStudioLinks(secret, () => now);
		const token = links.mint(now + 1000);
		expect(links.isGood(token)).toBe(true);
		now += 1000;
		expect(links.isGood(token)).toBe(false);
	});

	it('cannot be made, changed or prolonged by others', () => {
		const links = createStudioLinks(secret);
		const token = links.mint(Date.now() + 60_000);
		const [until = '', signature = ''] = token.split('.');
		const another = createStudioLinks(`another ${secret}`).mint(Date.now() + 60_000);
		const bent = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
		for (const wrong of [null, '', 'x', until, `${Number(until) + 1}.${signature}`, `${until}.${bent}`, another]) {
			expect(links.isGood(wrong), String(wrong)).toBe(false);
		}
	});
});
