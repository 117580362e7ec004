// What is stored of a code: a keyed hash bound to the interaction, the purpose and the exact identifier (R10).
import type { CodeIdentifier } from '../../contract/schemas.ts';
import { purposeOf, verificationType } from '../core/rules/codes.ts';
import type { TemplateType } from '../core/interaction/state.ts';
import type { Hasher } from './ports.ts';

export function codeDigest(
	hasher: Hasher,
	interactionId: string,
	templateType: TemplateType | undefined,
	identifier: CodeIdentifier,
	code: string
): string {
	const purpose = purposeOf({ type: verificationType(identifier), templateType: templateType ?? 'Generic' });
	return hasher.hmac('code', interactionId, purpose, identifier.type, identifier.value, code);
}

/** No code hashes to this: the purpose differs. */
export function impossibleDigest(hasher: Hasher, recordId: string): string {
	return hasher.hmac('withheld-code', recordId);
}
