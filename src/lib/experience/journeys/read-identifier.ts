// From what was typed to who is meant.
import type { IdentifierForm } from '../../contract/forms.ts';
import { parseEmail, parsePhoneInput } from '../../contract/identifier.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';

/** An address in the phone box and an international number in the mail box are understood. */
export function readIdentifier({ identifier, kind, country = '' }: IdentifierForm): Result<CodeIdentifier> {
	if (identifier.includes('@')) return readEmail(identifier);
	const phone = parsePhoneInput(identifier, country);
	if (phone.ok) return ok({ type: 'phone', value: phone.value.digits });
	return kind === 'phone' ? phone : readEmail(identifier);
}

function readEmail(text: string): Result<CodeIdentifier> {
	const email = parseEmail(text);
	return email.ok ? ok({ type: 'email', value: email.value }) : email;
}

/** Six digits however they were typed; undefined when they are not six. */
export function readCode(text: string): string | undefined {
	const digits = text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}]/gu, '');
	return /^\d{6}$/.test(digits) ? digits : undefined;
}
