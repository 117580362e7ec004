import { describe, expect, it } from 'vitest';
import { mostAssetBytes } from '../contract/assets.ts';
import { firstFlight, mostPicture, readWeight, weightFlaws } from './weight.ts';

const light = { page: 11_000, ownSheet: 800, carried: 0, picture: 40_000, pictureAt: '/assets/logo.png' };

describe('the weight of a page', () => {
	it('is none to object to while it arrives at once', () => {
		expect(weightFlaws(light)).toEqual([]);
		expect(weightFlaws({ ...light, ownSheet: firstFlight - light.page })).toEqual([]);
	});

	it('is objected to with what the style sheet may weigh, which passes', () => {
		const heavy = { ...light, ownSheet: 5000 };
		const [flaw] = weightFlaws(heavy);
		expect(flaw).toEqual({ kind: 'sheet', total: 16_000, bytes: 5000, most: 3336 });
		expect(weightFlaws({ ...heavy, ownSheet: 3336 })).toEqual([]);
	});

	it('names pictures that the page carries, and pictures beyond what may be uploaded', () => {
		expect(weightFlaws({ ...light, page: 20_000, ownSheet: 0, carried: 9000 })).toEqual([
			{ kind: 'carried', total: 20_000, bytes: 9000 }
		]);
		expect(weightFlaws({ ...light, picture: 600_000 })).toEqual([
			{ kind: 'picture', bytes: 600_000, most: 500_000, at: '/assets/logo.png' }
		]);
	});

	it('may be as much as an upload, for a picture', () => {
		expect(mostPicture).toBe(mostAssetBytes);
	});

	it('that nobody but the page itself has is no flaw of a brand', () => {
		expect(weightFlaws({ page: 20_000, ownSheet: 0, carried: 0, picture: 0, pictureAt: '' })).toEqual([]);
	});

	it('is read from what a frame tells, and from nothing else', () => {
		expect(readWeight(light)).toEqual(light);
		expect(readWeight({ ...light, page: '1' })).toBeUndefined();
		expect(readWeight(null)).toBeUndefined();
	});
});
