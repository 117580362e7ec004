import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { leadingZeroBits } from './sha256.ts';

it('finds the zero bits that the platform’s own SHA-256 begins with, for texts of every length', () => {
	for (let n = 0; n < 3_000; n++) {
		const text = `${'x'.repeat(n % 50)}.${n.toString(36)}`;
		expect(leadingZeroBits(text), text).toBe(Math.clz32(createHash('sha256').update(text).digest().readUInt32BE(0)));
	}
});
