// How large a picture is, as far as its address tells: a page that knows it moves nothing aside when the picture comes.

export type Size = { width: number; height: number };

/** `?size=320x80`, which uploads have; or what a PNG or a drawing that stands in the page says of itself. */
export function sizeOf(address: string): Size | undefined {
	const told = /[?&]size=(\d{1,5})x(\d{1,5})(?:[&#]|$)/.exec(address);
	if (told) return sized(told[1], told[2]);
	const [, type, data = ''] = /^data:image\/(png|svg\+xml);base64,(.*)$/.exec(address) ?? [];
	if (!type) return undefined;
	return type === 'png' ? sizeOfPng(decoded(data.slice(0, 32))) : sizeOfDrawing(decoded(data));
}

/** Big-endian, behind the signature and the name of the first chunk. */
function sizeOfPng(header: string): Size | undefined {
	const numberAt = (at: number) =>
		[0, 1, 2, 3].reduce((value, offset) => value * 256 + header.charCodeAt(at + offset), 0);
	return sized(numberAt(16), numberAt(20));
}

function sizeOfDrawing(drawing: string): Size | undefined {
	const [root = ''] = /<svg\b[^>]*>/.exec(drawing) ?? [];
	const valueOf = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(root)?.[1];
	const [width, height] = [valueOf('width'), valueOf('height')];
	if (width !== undefined || height !== undefined) return sized(pixels(width), pixels(height));
	const box = valueOf('viewBox')
		?.trim()
		.split(/[\s,]+/);
	return sized(box?.[2], box?.[3]);
}

function pixels(length = ''): string | undefined {
	return /^([\d.]+)(?:px)?$/.exec(length)?.[1];
}

function decoded(data: string): string {
	try {
		return atob(data);
	} catch {
		return '';
	}
}

function sized(width: string | number | undefined, height: string | number | undefined): Size | undefined {
	const size = { width: Number(width), height: Number(height) };
	return size.width > 0 && size.height > 0 ? size : undefined;
}
