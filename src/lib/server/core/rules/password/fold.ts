// The form in which passwords are compared with lists and words.

/** NFC, not NFKC: full-width digits are other characters, and stay so. */
export function foldPassword(password: string): string {
	return password.normalize('NFC').toLowerCase();
}
