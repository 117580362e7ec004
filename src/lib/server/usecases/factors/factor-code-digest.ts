// What is stored of a second factor's code: bound to the interaction, its purpose and the exact address (R10).
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { Hasher } from '../ports.ts';

export function factorCodeDigest(
	hasher: Hasher,
	interactionId: string,
	{ type, value }: CodeIdentifier,
	code: string
): string {
	return hasher.hmac('factor-code', interactionId, type, value, code);
}
