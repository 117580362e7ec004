// Whose password's work is done for a name that nobody has, so that the time of an answer does not tell who is a member.
import type { PasswordDigest } from '../../contract/password-digest.ts';
import type { Identifier } from '../../contract/schemas.ts';
import type { Services, UserStore } from './ports.ts';

type Survey = Awaited<ReturnType<UserStore['surveyPasswords']>>;

const surveyedMs = 10 * 60 * 1000;
const surveys = new WeakMap<UserStore, { survey: Promise<Survey>; until: number }>();

/**
 * Of an installation whose accounts were brought along, some digests cost more than ours. As many strangers cost as
 * much, and always the same ones. Undefined where nobody has a password.
 */
export async function standInFor(
	{ store, hasher }: Pick<Services, 'store' | 'hasher'>,
	{ type, value }: Identifier
): Promise<PasswordDigest | undefined> {
	const survey = await surveyOf(store.users);
	const total = survey.reduce((sum, { count }) => sum + count, 0);
	const drawn = Buffer.from(hasher.hmac('stand-in', type, value), 'base64url').readUInt32BE() / 2 ** 32;
	let passed = 0;
	return survey.find(({ count }) => (passed += count) > drawn * total)?.sample;
}

function surveyOf(users: UserStore): Promise<Survey> {
	const known = surveys.get(users);
	if (known && known.until > performance.now()) return known.survey;
	const survey = users.surveyPasswords();
	surveys.set(users, { survey, until: performance.now() + surveyedMs });
	survey.catch(() => surveys.delete(users));
	return survey;
}
