// Finds the country in a number that was pasted or filled in with its dialling code.

export type Dialling = { country: string; dial: string };

/** Where several countries share a code, the one that most people mean. */
const mainCountry: Record<string, string> = { '+1': 'US', '+7': 'RU', '+39': 'IT', '+44': 'GB', '+61': 'AU' };

/** `national` is what stays in the field. Undefined when the text names no country that is offered. */
export function splitDialling(
	text: string,
	offered: Dialling[],
	current: string
): { country: string; national: string } | undefined {
	// Phone books wrap copied numbers in invisible direction marks.
	const plain = text
		.normalize('NFKC')
		.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
		.trim()
		.replace(/^00/, '+');
	if (!plain.startsWith('+')) return undefined;
	const fitting = offered.filter(({ dial }) => plain.startsWith(dial));
	const longest = Math.max(...fitting.map(({ dial }) => dial.length));
	const sharing = fitting.filter(({ dial }) => dial.length === longest);
	const chosen =
		sharing.find(({ country }) => country === current) ??
		sharing.find(({ country, dial }) => country === mainCountry[dial]) ??
		sharing[0];
	const national = plain.slice(longest).replace(/^[\s.-]+/, '');
	return chosen && national.replace(/\D/g, '').length >= 4 ? { country: chosen.country, national } : undefined;
}
