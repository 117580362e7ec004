// A picture of the brand. Its address holds a hash of it, so browsers may keep it.
import type { RequestHandler } from './$types';
import { services } from '$lib/server/services.ts';
import { findAsset } from '$lib/server/usecases/assets.ts';

export const GET: RequestHandler = async ({ params }) => {
	const asset = await findAsset(await services(), params.file);
	if (!asset) return new Response(null, { status: 404 });
	return new Response(new Uint8Array(asset.bytes), {
		headers: {
			'content-type': asset.type,
			'content-length': String(asset.bytes.byteLength),
			'cache-control': 'public, max-age=31536000, immutable',
			// Opened by itself, it is a picture and nothing else.
			'content-security-policy': "default-src 'none'; sandbox"
		}
	});
};
