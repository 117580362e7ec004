// Why a new password is refused, in words.
import type { PasswordIssue } from '../../contract/password-policy.ts';
import type { Text, TextKey } from '../i18n/phrase.ts';

export function passwordReason(text: Text, { code, interpolation }: PasswordIssue): string {
	return text(`error_${code.replaceAll('.', '_')}` as TextKey, interpolation);
}
