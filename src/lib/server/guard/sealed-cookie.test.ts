import { describe, expect, it } from 'vitest';
import type { Draft } from '../../contract/draft.ts';
import { createSeals, draftSeconds } from './sealed-cookie.ts';

const secret = 'a secret for tests, long enough to be one';
const draft: Draft = { kind: 'phone', typed: { phone: '138 0013 8000' }, country: 'CN' };

const createDraftSeal = (...given: Parameters<typeof createSeals>) => createSeals(...given).draft;

describe('a sealed draft', () => {
	it('opens for the application that it was written for, and shows nobody what was typed', () => {
		const seal = createDraftSeal(secret);
		const sealed = seal.seal(draft, 'shop');
		expect(seal.open(sealed, 'shop')).toEqual(draft);
		expect(seal.open(sealed, 'other')).toBeUndefined();
		expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('138');
		expect(seal.seal(draft, 'shop')).not.toBe(sealed);
	});

	it('opens for ten minutes', () => {
		let now = 1_000_000;
		const seal = createDraftSeal(secret, () => now);
		const sealed = seal.seal(draft, 'shop');
		now += draftSeconds * 1000 - 1;
		expect(seal.open(sealed, 'shop')).toEqual(draft);
		now += 1;
		expect(seal.open(sealed, 'shop')).toBeUndefined();
	});

	it('does not open when it was changed, cut short or sealed with another secret', () => {
		const seal = createDraftSeal(secret);
		const bytes = Buffer.from(seal.seal(draft, 'shop'), 'base64url');
		for (const place of [0, 12, 28, bytes.length - 1]) {
			const changed = Buffer.from(bytes);
			changed[place]! ^= 1;
			expect(seal.open(changed.toString('base64url'), 'shop')).toBeUndefined();
		}
		for (const length of [0, 5, 12, 20, 28, bytes.length - 1]) {
			expect(seal.open(bytes.subarray(0, length).toString('base64url'), 'shop')).toBeUndefined();
		}
		expect(createDraftSeal(`another ${secret}`).open(bytes.toString('base64url'), 'shop')).toBeUndefined();
	});
});

describe('who has signed in', () => {
	it('is no draft, and no draft is that', () => {
		const seals = createSeals(secret);
		const account = { id: 'a', userId: 'u', type: 'phone', value: '8613800138000', way: 'code', at: 1 } as const;
		const sealed = seals.accounts.seal([account], '');
		expect(seals.accounts.open(sealed, '')).toEqual([account]);
		expect(seals.draft.open(sealed, '')).toBeUndefined();
		expect(seals.accounts.open(seals.draft.seal(draft, ''), '')).toBeUndefined();
	});
});
