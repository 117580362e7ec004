// Pictures that somebody uploads: decoded and drawn anew, so that nothing of the file but its pixels is left.
import type { Images, Picture } from '../usecases/ports.ts';

/** Larger ones are bombs rather than logos. */
const mostPixels = 4096 * 4096;

type Format = 'png' | 'jpeg' | 'webp';

export const images: Images = {
	async redraw(bytes, { longestSide = 1024 } = {}) {
		const format = formatOf(bytes);
		return format && inTurn(() => draw(bytes, format, longestSide));
	}
};

async function draw(bytes: Uint8Array, format: Format, longestSide: number): Promise<Picture | undefined> {
	// Loaded when it is needed: most processes never draw.
	const { default: sharp } = await import('sharp');
	try {
		const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false, pages: 1 });
		if ((await picture.metadata()).format !== format) return undefined;
		const fitted = picture
			.autoOrient()
			.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
		const drawn = format === 'png' ? fitted.png({ compressionLevel: 9 }) : fitted.webp({ quality: 90 });
		const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
		const type = format === 'png' ? 'image/png' : 'image/webp';
		return { bytes: data, type, width: info.width, height: info.height };
	} catch {
		// Broken, too large, or something else behind the first bytes.
		return undefined;
	}
}

/** A decoded picture takes up to 64 MB: so many at once, the others wait. */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
	if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
	running += 1;
	try {
		return await run();
	} finally {
		running -= 1;
		waiting.shift()?.();
	}
}

/** By the first bytes, so that the decoder is never asked about anything else: SVG is a program. */
function formatOf(bytes: Uint8Array): Format | undefined {
	const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
	if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
	return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'webp' : undefined;
}
