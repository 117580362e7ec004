// What somebody signs in with, in the spelling that it is stored in.
import { canonicalIdentifier } from '../../contract/identifier.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import { canonicalUsername } from '../../contract/username.ts';
import type { Settings } from '../../contract/settings.ts';

/** A username that nobody can have is simply unknown: the rules for new ones are not for old ones. */
export function signInIdentifier(
	{ type, value }: Identifier,
	{ usernamePolicy }: Pick<Settings, 'usernamePolicy'>
): Result<Identifier> {
	if (type !== 'username') return canonicalIdentifier({ type, value });
	return ok({ type, value: canonicalUsername(value.trim(), usernamePolicy) });
}
