// The credentials of the Authorization header.
import { ok, refuse, type Result } from '../../contract/result.ts';

/** RFC 6750 §2.1; RFC 9110 §11.1 makes the scheme's case irrelevant. */
const bearer = /^bearer(?:$| +(.*)$)/is;

export function readBearer(authorization: string | null): Result<string> {
	if (!authorization) return refuse('auth.authorization_header_missing');
	const credentials = bearer.exec(authorization);
	return credentials ? ok(credentials[1]?.trim() ?? '') : refuse('auth.authorization_token_type_not_supported');
}
