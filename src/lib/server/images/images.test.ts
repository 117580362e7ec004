import sharp from 'sharp';
import { expect, it } from 'vitest';
import { images } from './images.ts';

it('are drawn a few at a time; what would wait too long is refused at once', async () => {
	const logo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0d6e62' } })
		.png()
		.toBuffer();
	const answers = await Promise.all(Array.from({ length: 12 }, () => images.redraw(logo)));
	const busy = { ok: false, problem: { code: 'server.unavailable', data: { retryAfter: 1 } } };
	expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
	expect(answers.slice(10)).toEqual([busy, busy]);
	expect(await images.redraw(logo)).toMatchObject({ ok: true, value: { type: 'image/png', width: 8 } });
});
