// What a tenant's style sheet may say: how things look. Not what they say, where they load from, or what they cover.

/** Rules within which other rules stand, and animations. Everything else (`@import`, `@font-face`, …) is refused. */
export const atRules = new Set(['media', 'supports', 'layer', 'container', 'keyframes']);

/** An attribute's value can be told to another host letter by letter where selectors read it: none that people type. */
export const attributes = new Set([
	'dir',
	'lang',
	'disabled',
	'aria-current',
	'aria-invalid',
	'aria-disabled',
	'data-part'
]);

/** By whole name, or by their first part: `border` allows `border-color` and `border-inline-start-width`. */
const properties = new Set([
	...[
		'accent-color',
		'animation',
		'aspect-ratio',
		'backdrop-filter',
		'background',
		'block-size',
		'border',
		'box-shadow'
	],
	...['box-sizing', 'caret-color', 'color', 'color-scheme', 'column-gap', 'display', 'fill', 'filter', 'flex', 'font'],
	...['gap', 'grid', 'height', 'hyphens', 'inline-size', 'justify', 'align', 'place', 'order', 'letter-spacing'],
	...['line-height', 'list-style', 'margin', 'max', 'min', 'opacity', 'outline', 'overflow-wrap', 'padding', 'rotate'],
	...['row-gap', 'scale', 'stroke', 'text', 'transform', 'transition', 'translate', 'vertical-align', 'white-space'],
	...['width', 'word-break', 'word-spacing']
]);

export function isProperty(name: string): boolean {
	if (name.startsWith('--')) return name.startsWith('--foyer-');
	const parts = name.split('-');
	return parts.some((_, index) => properties.has(parts.slice(0, index + 1).join('-')));
}

/** Functions that reckon with lengths, colours, shapes and times. None that loads, reads attributes or runs. */
export const functions = new Set([
	...['var', 'calc', 'min', 'max', 'clamp', 'env', 'round', 'minmax', 'repeat', 'fit-content'],
	...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix', 'light-dark'],
	...['linear-gradient', 'radial-gradient', 'conic-gradient'],
	...['repeating-linear-gradient', 'repeating-radial-gradient', 'repeating-conic-gradient'],
	...['cubic-bezier', 'steps', 'linear'],
	...['translate', 'translatex', 'translatey', 'scale', 'scalex', 'scaley', 'rotate', 'skew', 'matrix'],
	...['blur', 'brightness', 'contrast', 'drop-shadow', 'grayscale', 'opacity', 'saturate', 'hue-rotate']
]);

/** Pictures that the sheet itself carries; SVG could hold more than a picture, and other hosts would learn of visitors. */
export const picture = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+=*$/;
