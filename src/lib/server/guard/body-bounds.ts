// How long a body may be, by the route that it is sent to.

/** What a page or a program sends; pictures, drawings and many receipts at once are longer, and photographs longest, as the server lets them be. */
const mostBytes = 65_536;
const mostBytesOfPictures = 614_400;
export const longOnes = [
	'/api/assets',
	'/api/receipts/aliyun/[id]',
	...['picture', 'sheet'].map((part) => `/console/(app)/sign-in-experience/${part}`),
	'/studio/preview/draft'
];

export const photographs = ['/api/my-account/picture', '/account/profile/picture'];

/** Null where no route is. */
export function mostBytesOf(route: string | null): number {
	if (photographs.includes(route ?? '')) return Infinity;
	return longOnes.includes(route ?? '') ? mostBytesOfPictures : mostBytes;
}
