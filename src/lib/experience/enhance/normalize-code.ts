// A code as people paste it: the whole message, with spaces or dashes, in full-width digits.

const digits = 6;

/** A run of exactly six digits if there is one, else the first six digits of all. */
export function normalizeCode(text: string): string {
	const plain = text.normalize('NFKC');
	const run = new RegExp(`(?<!\\d)\\d{${digits}}(?!\\d)`).exec(plain);
	return run?.[0] ?? plain.replace(/\D/g, '').slice(0, digits);
}

export function isComplete(code: string): boolean {
	return code.length === digits;
}
