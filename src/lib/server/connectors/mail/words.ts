// The words of the mail that Foyer writes itself: one file a language in words/.
import type { Message, Notice } from '../../usecases/ports.ts';

/** `subject` names the application; where there is none, the title is the subject. */
type Headline = { title: string; subject: string };

export type MailWords = {
	/** BCP 47, as pages name the language. */
	language: string;
	direction: 'ltr' | 'rtl';
	/** By what the code is for: `Generic` is anything else, such as a new address. */
	code: Record<Exclude<Message['type'], 'MfaVerification'>, Headline>;
	/** Under the title of a code: where to type it. */
	instruction: string;
	/** `{duration}` is "5 minutes" as the language says it. */
	expiry: string;
	/** What to do when somebody else asked for the code. */
	warning: string;
	notices: Record<Notice['what'], Headline & { text: string }>;
	/** What to do when the owner did not do what a notice tells of. */
	noticeWarning: string;
};

/** A second factor's message says no more than that a code is in it. */
export function headlineOf({ code }: MailWords, type: Message['type']): Headline {
	return code[type === 'MfaVerification' ? 'Generic' : type];
}
