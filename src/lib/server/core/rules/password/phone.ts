// Is a password nothing but the person's own phone number, however written?

const fewestDigits = 7;
const mostLetters = 2;

/** True for the number with or without country code or leading zeros, its last digits, and one or two letters around it. */
export function isMadeOfPhone(foldedPassword: string, phone: string | undefined): boolean {
	const number = phone?.replace(/\D/g, '') ?? '';
	const letters = foldedPassword.replace(/[\d\s()+./-]/g, '');
	if (number === '' || [...letters].length > mostLetters) return false;

	const digits = foldedPassword.replace(/\D/g, '');
	return [digits, digits.replace(/^0+/, '')].some(
		(written) => written.length >= fewestDigits && number.endsWith(written)
	);
}
