import { describe, expect, it } from 'vitest';
import { revalidatedResponse } from './revalidated-response.ts';

const ask = (value: unknown, ifNoneMatch?: string) =>
	revalidatedResponse(
		new Request('http://localhost', { headers: ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch } }),
		value,
		{ 'content-language': 'en' }
	);

describe('an answer that can be asked about again', () => {
	it('is not sent twice', async () => {
		const first = await ask({ a: 1 });
		const etag = first.headers.get('etag') ?? '';
		expect(await first.json()).toEqual({ a: 1 });

		const again = await ask({ a: 1 }, etag);
		expect([again.status, await again.text()]).toEqual([304, '']);
		expect(again.headers.get('etag')).toBe(etag);
	});

	it('is sent when it has changed', async () => {
		const etag = (await ask({ a: 1 })).headers.get('etag') ?? '';
		expect((await ask({ a: 2 }, etag)).status).toBe(200);
	});

	it('is compared with each tag of a list, weakly', async () => {
		const etag = (await ask({ a: 1 })).headers.get('etag') ?? '';
		expect((await ask({ a: 1 }, `"other", ${etag}`)).status).toBe(304);
		expect((await ask({ a: 1 }, etag.replace('W/', ''))).status).toBe(304);
		expect((await ask({ a: 1 }, '*')).status).toBe(304);
		expect((await ask({ a: 1 }, '')).status).toBe(200);
	});
});
