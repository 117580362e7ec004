import { describe, expect, it } from 'vitest';
import { sizeOf } from './picture-size.ts';

const drawing = (root: string) => `data:image/svg+xml;base64,${btoa(`<svg xmlns="x" ${root}><path d="M0 0"/></svg>`)}`;
/** The beginning of one that is 300 by 40. */
const png = btoa('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x2c\0\0\0\x28\x08\x06\0\0\0');

describe('the size of a picture', () => {
	it.each([
		['an upload', '/assets/abc.png?size=1024x256', { width: 1024, height: 256 }],
		['a path that says it', '/logo.svg?v=2&size=120x28#mark', { width: 120, height: 28 }],
		['a drawing that says it', drawing('width="96" height="24px"'), { width: 96, height: 24 }],
		['a drawing with a view box', drawing('viewBox="0 -2 120.5 28"'), { width: 120.5, height: 28 }],
		['a PNG in the page', `data:image/png;base64,${png}`, { width: 300, height: 40 }]
	])('is known of %s', (_name, address, size) => {
		expect(sizeOf(address)).toEqual(size);
	});

	it.each([
		['a path', '/logo.svg'],
		['a size that is none', '/logo.svg?size=0x28'],
		['a size of words', '/logo.svg?size=largexsmall'],
		['a drawing as wide as there is room', drawing('width="100%" height="28"')],
		['a drawing without any', drawing('fill="none"')],
		['a PNG that ends too soon', 'data:image/png;base64,iVBORw0KGgo='],
		['another kind in the page', 'data:image/webp;base64,UklGRgAAAABXRUJQVlA4'],
		['what is no base64', 'data:image/png;base64,====']
	])('is not known of %s', (_name, address) => {
		expect(sizeOf(address)).toBeUndefined();
	});
});
