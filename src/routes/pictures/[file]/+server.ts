// A picture that somebody uploaded of themselves. Applications on other origins draw it, so any page may.
import type { RequestHandler } from './$types';
import { services } from '$lib/server/services.ts';
import { findPicture } from '$lib/server/usecases/my-account/picture.ts';

export const GET: RequestHandler = async ({ params }) => {
	const picture = await findPicture(await services(), params.file);
	if (!picture) return new Response(null, { status: 404 });
	return new Response(new Uint8Array(picture.bytes), {
		headers: {
			'content-type': picture.type,
			'content-length': String(picture.bytes.byteLength),
			// Not for ever: it goes with the account, or when another takes its place.
			'cache-control': 'public, max-age=3600',
			// Opened by itself, it is a picture and nothing else.
			'content-security-policy': "default-src 'none'; sandbox"
		}
	});
};
