// Ours: pictures of a brand. `url` is a path on this origin with the picture's size,
// which the settings take as they take no other host's.
import { z } from 'zod';

/** Bytes of a file that is uploaded. */
export const mostAssetBytes = 500_000;

export const assetAnswer = z.object({
	id: z.string(),
	url: z.string(),
	type: z.enum(['image/png', 'image/webp']),
	/** Pixels. */
	width: z.number(),
	height: z.number(),
	createdAt: z.number()
});
export type AssetAnswer = z.infer<typeof assetAnswer>;
