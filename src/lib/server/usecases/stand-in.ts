// Whose password's work is done for a name that nobody has, so that the time of an answer does not tell who is a member.
import type { PasswordDigest } from '../../contract/password-digest.ts';
import type { Identifier } from '../../contract/schemas.ts';
import type { Services, UserStore } from './ports.ts';

const surveyedMs = 10 * 60 * 1000;
const surveys = new WeakMap<UserStore, { survey: Promise<PasswordDigest[]>; until: number }>();

/**
 * Of an installation whose accounts were brought along, some digests cost more than ours. As many strangers cost as
 * much, and always the same ones. Undefined where nobody has a password.
 */
export async function standInFor(
	{ store, hasher }: Pick<Services, 'store' | 'hasher'>,
	{ type, value }: Identifier
): Promise<PasswordDigest | undefined> {
	const survey = await surveyOf(store.users);
	const drawn = Buffer.from(hasher.hmac('stand-in', type, value), 'base64url').readUInt32BE() / 2 ** 32;
	return survey[Math.floor(drawn * survey.length)];
}

function surveyOf(users: UserStore): Promise<PasswordDigest[]> {
	const known = surveys.get(users);
	if (known && known.until > performance.now()) return known.survey;
	const survey = users.surveyPasswords().then((digests) => digests.toSorted(byCost));
	surveys.set(users, { survey, until: performance.now() + surveyedMs });
	survey.catch(() => surveys.delete(users));
	return survey;
}

/**
 * Nearly all digests begin with their parameters: those that cost the same lie side by side. So a stranger whose place moves a
 * little as accounts come and go costs what they did before, except at the few borders.
 */
function byCost(one: PasswordDigest, other: PasswordDigest): number {
	const [left, right] = [one.algorithm + one.digest, other.algorithm + other.digest];
	return left < right ? -1 : Number(left > right);
}
