// The tenant's mark, with as much of its size as its address tells.
import { sizeOf, type Size } from './picture-size.ts';

export type Logo = { url?: string; size?: Size; darkUrl?: string; darkSize?: Size };

export function logoOf({ logoUrl: url, darkLogoUrl: darkUrl }: { logoUrl?: string; darkLogoUrl?: string } = {}): Logo {
	const size = url ? sizeOf(url) : undefined;
	return { url, size, darkUrl, darkSize: darkUrl ? sizeOf(darkUrl) : size };
}
