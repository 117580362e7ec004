// Phone numbers and addresses that no test shares with another, and that belong to nobody.
import { randomInt } from 'node:crypto';

/** A mainland number in E.164 digits, without `+`: 134 9 went to satellite terminals, not to mobile subscribers. */
export function somePhone(): string {
	return `861349${randomInt(1_000_000, 10_000_000)}`;
}

export function someEmail(): string {
	return `someone-${randomInt(10 ** 9)}@example.com`;
}

export function someUsername(): string {
	return `someone_${randomInt(10 ** 9)}`;
}
