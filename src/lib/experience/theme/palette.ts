// The neutral colours of both themes. Dark is a design of its own: raised surfaces lighter, lines softer.

export const lightPalette = {
	ink: '#15191b',
	muted: '#535c61',
	/** Decorative lines, and edges of controls (3:1 on paper and ground). */
	line: '#dde2e1',
	edge: '#838d91',
	paper: '#ffffff',
	ground: '#f4f5f3',
	soft: '#eff2f1',
	danger: '#b3261e',
	'danger-soft': '#fdf0ee'
};

export const darkPalette: typeof lightPalette = {
	ink: '#edf1f0',
	muted: '#a3aeb0',
	line: '#2b3336',
	edge: '#707c81',
	paper: '#171c1e',
	ground: '#0d1112',
	soft: '#20272a',
	danger: '#ffb4ab',
	'danger-soft': '#331b19'
};

export const shadows = {
	light: '0 1px 2px rgb(16 24 32/.05),0 16px 48px -16px rgb(16 24 32/.16)',
	dark: '0 0 0 1px #ffffff0d,0 24px 64px -24px #000'
};
