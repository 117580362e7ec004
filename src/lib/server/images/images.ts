// Pictures that somebody uploads: decoded and drawn anew, so that nothing of the file but its pixels is left.
import { ok, refuse } from '../../contract/result.ts';
import { createQueue } from '../queue.ts';
import type { Images, Picture } from '../usecases/ports.ts';

/** Larger ones are bombs rather than logos. */
const mostPixels = 4096 * 4096;

/** A decoded picture takes up to 64 MB, and those that wait hold what was uploaded. */
const enqueue = createQueue({ concurrency: 2, limit: 8 });

type Format = 'png' | 'jpeg' | 'webp';

export const images: Images = {
	async redraw(bytes, { longestSide = 1024 } = {}) {
		const format = formatOf(bytes);
		if (!format) return unreadable();
		const drawn = await enqueue(() => draw(bytes, format, longestSide));
		if (!drawn.ok) return drawn;
		return drawn.value ? ok(drawn.value) : unreadable();
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

function unreadable() {
	const detail = 'is no PNG, JPEG or WebP that can be drawn';
	return refuse('guard.mime_type_not_allowed', { data: { field: 'file', detail } });
}

/** By the first bytes, so that the decoder is never asked about anything else: SVG is a program. */
function formatOf(bytes: Uint8Array): Format | undefined {
	const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
	if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
	return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'webp' : undefined;
}
