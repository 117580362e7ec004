// Pictures of a brand on their way to the API; and drawn anew in the browser, smaller or of another shape, before they go.

import { consoleFetch } from './console-fetch.svelte.ts';

/** `refusal` is undefined where nothing answered, and empty where the console says by itself that nobody is signed in. */
export type Uploaded = { url: string } | { refusal: string | undefined };

export async function uploadPicture(file: Blob, name: string): Promise<Uploaded> {
	const body = new FormData();
	body.append('file', file, name);
	const path = '/console/sign-in-experience/picture';
	const answer = await consoleFetch(path, { method: 'POST', body }).catch(() => undefined);
	if (answer?.status === 401) return { refusal: '' };
	const told = (await answer?.json().catch(() => undefined)) as { url?: string; message?: string } | undefined;
	return told?.url ? { url: told.url } : { refusal: told?.message };
}

type Size = { width: number; height: number };
/** Where of a sheet of which size a picture is drawn. */
export type Placing = Size & { sheet: Size };

/** No larger than that, in its own shape. */
export const within =
	(most: Size) =>
	({ width, height }: Size): Placing => {
		const scale = Math.min(1, most.width / width, most.height / height);
		const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
		return { ...size, sheet: size };
	};

/** `placing` is told the picture's own size. Undefined where the browser cannot draw it: it comes from elsewhere, or is none. */
export async function redrawPicture(
	address: string,
	placing: (size: Size) => Placing,
	type: 'image/png' | 'image/webp' = 'image/png'
): Promise<Blob | undefined> {
	const picture = new Image();
	picture.src = address;
	try {
		await picture.decode();
		const { width, height, sheet } = placing({ width: picture.naturalWidth, height: picture.naturalHeight });
		const canvas = Object.assign(document.createElement('canvas'), sheet);
		const [left, top] = [(sheet.width - width) / 2, (sheet.height - height) / 2];
		canvas.getContext('2d')?.drawImage(picture, left, top, width, height);
		return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), type, 0.8));
	} catch {
		return undefined;
	}
}
