// Random identifiers, codes and secrets, all from the system's CSPRNG.
import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../usecases/ports.ts';

const alphanumeric = 'abcdefghijklmnopqrstuvwxyz0123456789';
const mixedCase = `${alphanumeric}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

export const ids: Ids = {
	userId: () => pick(alphanumeric, 12),
	id: () => randomBytes(16).toString('base64url').slice(0, 21),
	code: (digits) =>
		randomInt(10 ** digits)
			.toString()
			.padStart(digits, '0'),
	pick,
	// Letters and digits only: Logto's SDKs put it into a Basic header without encoding it first.
	secret: () => pick(mixedCase, 32),
	token: () => randomBytes(32).toString('base64url')
};

function pick(alphabet: string, length: number): string {
	return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
