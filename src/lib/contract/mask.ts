// Enough of a number or an address for its owner to recognise it; whoever looks over the shoulder learns little.
import { formatPhone } from './identifier.ts';
import type { Identifier } from './schemas.ts';

export function maskIdentifier({ type, value }: Identifier): string {
	if (type === 'phone') return maskPhone(value);
	return type === 'email' ? maskEmail(value) : `${beginningOf(value)}•••`;
}

/** `+86 138 •••• 8000`: the calling code, and about half of the digits, from both ends. */
export function maskPhone(digits: string): string {
	const [callingCode = '', ...groups] = formatPhone(digits).split(' ');
	const national = groups.join(' ');
	const count = national.replace(/\D/g, '').length;
	if (count === 0) return `+${'•'.repeat(Math.max(0, digits.length - 4))}${digits.slice(-4)}`;
	const ends = { first: Math.min(3, Math.floor(count / 3)), last: Math.min(4, Math.floor(count / 3) + 1) };
	let seen = 0;
	const masked = national.replace(/\d/g, (digit) => {
		seen += 1;
		return seen <= ends.first || seen > count - ends.last ? digit : '•';
	});
	return `${callingCode} ${masked}`;
}

/** `li•••@example.com`: how long the name is stays open. */
export function maskEmail(address: string): string {
	const at = address.lastIndexOf('@');
	return `${beginningOf(address.slice(0, at))}•••${address.slice(at)}`;
}

function beginningOf(name: string): string {
	const letters = [...name];
	return letters.slice(0, letters.length > 3 ? 2 : 1).join('');
}
