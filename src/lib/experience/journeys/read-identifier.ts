// From what was typed to who is meant.
import type { IdentifierForm } from '../../contract/forms.ts';
import { parseEmail, parsePhoneInput } from '../../contract/identifier.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { CodeIdentifier, Identifier } from '../../contract/schemas.ts';

/** An address in the phone box and an international number in another are understood. */
export function readIdentifier({ identifier, kind, country = '' }: IdentifierForm): Result<Identifier> {
	// The API has the rules for names; here one is only told apart.
	if (kind === 'username') return ok({ type: 'username', value: identifier });
	if (identifier.includes('@')) return readEmail(identifier);
	const phone = parsePhoneInput(identifier, country);
	if (phone.ok) return ok({ type: 'phone', value: phone.value.digits });
	if (kind === 'account') return ok({ type: 'username', value: identifier });
	return kind === 'phone' ? phone : readEmail(identifier);
}

/** Codes are sent to numbers and addresses only. */
export function isReachable(identifier: Identifier): identifier is CodeIdentifier {
	return identifier.type !== 'username';
}

function readEmail(text: string): Result<Identifier> {
	const email = parseEmail(text);
	return email.ok ? ok({ type: 'email', value: email.value }) : email;
}

/** Six digits however they were typed; undefined when they are not six. */
export function readCode(text: string): string | undefined {
	const digits = text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}]/gu, '');
	return /^\d{6}$/.test(digits) ? digits : undefined;
}
