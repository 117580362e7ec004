// Sizes as people read them.

/** `900` is “900 bytes”, `14336` “14,336 bytes”, `600000` “600 kB”: exact as long as each byte counts. */
export function inBytes(bytes: number, locale: string): string {
	const [unit, value] = bytes < 100_000 ? ['byte', bytes] : ['kilobyte', Math.ceil(bytes / 1000)];
	const unitDisplay = unit === 'byte' ? 'long' : 'short';
	return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(Number(value));
}
