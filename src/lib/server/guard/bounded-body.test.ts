import { describe, expect, it } from 'vitest';
import { boundBody } from './bounded-body.ts';

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
	new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
const streamed = (bytes: number) =>
	new ReadableStream({
		start(controller) {
			for (let sent = 0; sent < bytes; sent += 10) controller.enqueue(new Uint8Array(10));
			controller.close();
		}
	});

describe('a body', () => {
	it('within the limit comes through, announced or not', async () => {
		const small = post('abc', { 'content-length': '3' });
		expect(boundBody(small, 3)).toBe(small);
		expect((await boundBody(post(streamed(100)), 100).arrayBuffer()).byteLength).toBe(100);
	});

	it.each([
		['announced', post('abcdef', { 'content-length': '6' })],
		['not announced', post(streamed(1000))]
	])('beyond it ends in an error that says 413, %s', async (_, request) => {
		await expect(boundBody(request, 5).text()).rejects.toMatchObject({ status: 413 });
	});
});
