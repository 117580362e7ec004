// How many pixels of two pictures differ, as anybody would see it.
import sharp from 'sharp';

/** Of 255 a channel: what anti-aliasing does by itself is no difference. */
const tolerance = 24;

/** Undefined where their sizes differ: then everything is different. */
export async function differingPixels(one: string, other: string): Promise<number | undefined> {
	const [before, after] = await Promise.all([one, other].map(read));
	if (!before || !after) return undefined;
	if (before.info.width !== after.info.width || before.info.height !== after.info.height) return undefined;
	let count = 0;
	for (let at = 0; at < before.data.length; at += 3) {
		const isSame = [0, 1, 2].every((channel) => {
			return Math.abs((before.data[at + channel] ?? 0) - (after.data[at + channel] ?? 0)) <= tolerance;
		});
		if (!isSame) count += 1;
	}
	return count;
}

const read = (file: string) =>
	sharp(file).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
