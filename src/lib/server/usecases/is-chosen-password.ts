// A name or number that is said after the password was chosen: only the digest is left to compare it with.
import { ok, type Result } from '../../contract/result.ts';
import type { PasswordDigest } from '../../contract/password-digest.ts';
import type { Identifier } from '../../contract/schemas.ts';
import { waysToWrite } from '../core/rules/password/owner.ts';
import type { Services } from './ports.ts';

export async function isChosenPassword(
	{ passwords, settings }: Pick<Services, 'passwords' | 'settings'>,
	digest: PasswordDigest | undefined,
	identifiers: (Identifier | undefined)[]
): Promise<Result<boolean>> {
	const { rejects, length } = (await settings()).passwordPolicy;
	if (!digest || !rejects.userInfo) return ok(false);
	const written = identifiers.flatMap((identifier) => (identifier ? waysToWrite(identifier) : []));
	// What is too short was never taken.
	for (const form of written.filter((one) => [...one].length >= length.min)) {
		const compared = await passwords.verify(digest, form);
		if (!compared.ok) return compared;
		if (compared.value.matches) return ok(true);
	}
	return ok(false);
}
