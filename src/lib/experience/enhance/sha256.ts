// SHA-256 of a short text, as far as its first 32 bits: FIPS 180-4. `crypto.subtle` answers later, which costs more than it saves.

const primes = firstPrimes(64);
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const words = new Int32Array(64);

/** Zero bits at the beginning of the hash, up to 32. `text` has at most 55 letters, all ASCII: one block. */
export function leadingZeroBits(text: string): number {
	fillBlock(text);
	for (let i = 16; i < 64; i++) {
		const [a, b] = [words[i - 15]!, words[i - 2]!];
		const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
		words[i] = (words[i - 16]! + small + words[i - 7]! + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
	}
	let [a, b, c, d, e, f, g, h] = initial as [number, number, number, number, number, number, number, number];
	for (let i = 0; i < 64; i++) {
		const choice = (e & f) ^ (~e & g);
		const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + constants[i]! + words[i]!) | 0;
		const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		h = g;
		g = f;
		f = e;
		e = (d + first) | 0;
		d = c;
		c = b;
		b = a;
		a = (first + second) | 0;
	}
	return Math.clz32(a + initial[0]!);
}

function fillBlock(text: string) {
	words.fill(0, 0, 16);
	for (let i = 0; i < text.length; i++) words[i >> 2]! |= text.charCodeAt(i) << (24 - (i % 4) * 8);
	words[text.length >> 2]! |= 0x80 << (24 - (text.length % 4) * 8);
	words[15] = text.length * 8;
}

function turn(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function fraction(root: number): number {
	return ((root % 1) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
	const found: number[] = [];
	for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n);
	return found;
}
