// What is wrong, in the words of the caller's language, where it is part of an answer rather than a refusal.
import { problemMessage } from '../../experience/i18n/problem-message.ts';

export function sayProblem(locale: string): (code: string) => string {
	return (code) => problemMessage(locale, { code });
}
