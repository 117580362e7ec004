// Compares secrets without telling by the time it takes how much of them is alike.
import { timingSafeEqual } from 'node:crypto';

/** Nothing equals an empty text: a digest that says nothing must not let everybody in. */
export function isSameText(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}
