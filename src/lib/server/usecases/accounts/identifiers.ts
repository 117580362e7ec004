// Identifiers that an administrator writes down, in the one spelling that they are stored in.
import { parseEmail, parsePhoneDigits } from '../../../contract/identifier.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { Settings } from '../../../contract/settings.ts';
import { parseUsername } from '../../../contract/username.ts';

type Typed = { username?: string | null; primaryEmail?: string | null; primaryPhone?: string | null };

/** Null, which takes an identifier away, and what is not named pass unchanged. */
export function parseIdentifiers<Given extends Typed>(
	{ username, primaryEmail, primaryPhone }: Given,
	{ usernamePolicy }: Settings
): Result<Pick<Given, keyof Typed>> {
	const name = parse(username, (text) => parseUsername(text.trim(), usernamePolicy));
	if (!name.ok) return name;
	const email = parse(primaryEmail, parseEmail);
	if (!email.ok) return email;
	const phone = parse(primaryPhone, (text) => {
		const parsed = parsePhoneDigits(text);
		return parsed.ok ? ok(parsed.value.digits) : parsed;
	});
	if (!phone.ok) return phone;
	return ok({ username: name.value, primaryEmail: email.value, primaryPhone: phone.value } as Pick<Given, keyof Typed>);
}

function parse(
	value: string | null | undefined,
	read: (text: string) => Result<string>
): Result<string | null | undefined> {
	return typeof value === 'string' ? read(value) : ok(value);
}
