// Decides whether a new password is good enough, and names everything that is wrong with it.
import { measurePassword } from '../../contract/measure-password.ts';
import type { PasswordIssue, PasswordIssueCode, PasswordPolicy } from '../../contract/password-policy.ts';
import { foldPassword } from './rules/password/fold.ts';
import { findPatterns } from './rules/password/patterns.ts';
import { isMadeOfPhone } from './rules/password/phone.ts';
import { isMadeOfWord, listUserWords } from './rules/password/words.ts';

/** What is known about the person and the place. Nothing of it may be the password. */
export type PasswordContext = {
	username?: string;
	email?: string;
	/** E.164. */
	phone?: string;
	name?: string;
	applicationName?: string;
	brandName?: string;
	/** What the pages are headed by. */
	shownName?: string;
	/** Whether `Passwords.isCompromised` knows it. */
	isCompromised?: boolean;
};

/** No issue means accepted. Length is counted in code points of the NFC form: the form that is hashed. */
export function checkPassword(password: string, policy: PasswordPolicy, context: PasswordContext): PasswordIssue[] {
	const { length, characterTypes, rejects } = policy;
	const text = password.normalize('NFC');
	const { length: count, types } = measurePassword(text);
	// It would cost time to examine, and nobody can mean it.
	if (count > length.max) return [{ code: 'password_rejected.too_long', interpolation: { max: length.max } }];

	const folded = foldPassword(text);
	const codePoints = [...folded];
	const patterns = rejects.repetitionAndSequence ? findPatterns(codePoints) : [];
	const { applicationName = '', brandName = '', shownName = '' } = context;
	const words = [applicationName, brandName, shownName, ...rejects.words];
	const isUserInfo = () =>
		listUserWords(context).some((word) => isMadeOfWord(folded, word)) || isMadeOfPhone(folded, context.phone);

	const issues: (PasswordIssue | false)[] = [
		count < length.min && { code: 'password_rejected.too_short', interpolation: { min: length.min } },
		types < characterTypes.min && {
			code: 'password_rejected.character_types',
			interpolation: { min: characterTypes.min }
		},
		!text.isWellFormed() && { code: 'password_rejected.unsupported_characters' },
		rejects.pwned && context.isCompromised === true && { code: 'password_rejected.pwned' },
		...patterns.map((pattern) => ({ code: `password_rejected.restricted.${pattern}` satisfies PasswordIssueCode })),
		rejects.userInfo && isUserInfo() && { code: 'password_rejected.restricted.user_info' },
		words.some((word) => isMadeOfWord(folded, word)) && { code: 'password_rejected.restricted.words' }
	];
	return issues.filter((issue) => issue !== false);
}
