// Usernames: plain ASCII, so that no two look alike, and none that could be taken for an address, a number or the staff.
import { ok, refuse, type Result } from './result.ts';
import type { UsernamePolicy } from './settings/policies.ts';

/** Names that people would trust with their password, and those that mail and web standards give a role (RFC 2142). */
const reserved = new Set(
	(
		'abuse account accounts admin administrator anonymous api auth billing bot contact everyone ftp guest help ' +
		'helpdesk hostmaster info login logout mail me mod moderator news nobody noreply no_reply null oauth oidc ' +
		'official operator owner postmaster register root sales security service signin signup ssl staff status ' +
		'superuser support sys sysadmin system team undefined user username webmaster www'
	).split(' ')
);

/** A name that somebody wants to have: its canonical form, or what the policy has against it. */
export function parseUsername(value: string, policy: UsernamePolicy): Result<string> {
	const { minLength, maxLength, allowedChars } = policy;
	// Judged as it would be kept: where case tells nobody apart, a phone's capital first letter is no mistake.
	const name = canonicalUsername(value, policy);
	if (name.length < minLength) return refuse('user.username_too_short', { data: { min: minLength } });
	if (name.length > maxLength) return refuse('user.username_too_long', { data: { max: maxLength } });
	if (/^\d/.test(name)) return refuse('user.username_starts_with_number');
	if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return refuse('user.username_invalid_charset_hard');
	if (!allowedChars.uppercase && /[A-Z]/.test(name)) return refuse('user.username_uppercase_not_allowed');
	if (!allowedChars.lowercase && /[a-z]/.test(name)) return refuse('user.username_lowercase_not_allowed');
	if (!allowedChars.numbers && /\d/.test(name)) return refuse('user.username_numbers_not_allowed');
	if (!allowedChars.underscore && name.includes('_')) return refuse('user.username_underscore_not_allowed');
	return reserved.has(name.toLowerCase()) ? refuse('user.username_reserved') : ok(name);
}

/** How a name is looked up. Names of an earlier policy still sign in, so nothing is refused here. */
export function canonicalUsername(value: string, { caseSensitive }: Pick<UsernamePolicy, 'caseSensitive'>): string {
	return caseSensitive ? value : value.toLowerCase();
}
