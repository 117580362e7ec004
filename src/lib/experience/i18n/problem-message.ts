// What is said about a refusal, to people on pages and in the `message` of the API.
import type { ProblemCode } from '../../contract/problems.ts';
import { formatWait } from './duration.ts';
import { createText, hasText, type Text, type TextKey } from './text.ts';

/** A wait that nobody minds: the pause between two codes, and no limit that somebody has used up. */
const soonSeconds = 61;

type AnyProblem = { code: ProblemCode | (string & {}); data?: Record<string, unknown> };

/** What the page has one of, and thus no other to offer. */
export type Around = { oneWay?: boolean; oneCountry?: boolean };

/** `verification_code.code_mismatch` is said by `error_verification_code_code_mismatch`, or with `_tries`, `_soon`, `_when`, `_newcomers`, `_email`, `_min` or `_max` if known; then with `_one_way` or `_one_country`. */
export function problemText(speak: Text, { code, data = {} }: AnyProblem, around: Around = {}): string {
	const text = narrowed(speak, around);
	const key = `error_${readAs(code, around).replaceAll('.', '_')}`;
	if (data.isMissing === true) return text('field_required');
	const { attemptsLeft, retryAfter } = data;
	if (typeof attemptsLeft === 'number' && hasText(`${key}_tries`)) {
		const isLast = attemptsLeft <= 0;
		return isLast
			? text('error_verification_code_exceed_max_try')
			: text(`${key}_tries` as TextKey, { count: attemptsLeft });
	}
	if (typeof retryAfter === 'number' && hasText(`${key}_when`)) {
		const when = formatWait(speak.locale, retryAfter);
		if (data.newcomers === true && hasText(`${key}_newcomers`)) return text(`${key}_newcomers` as TextKey, { when });
		const isSoon = retryAfter <= soonSeconds && hasText(`${key}_soon`);
		return text(`${key}_${isSoon ? 'soon' : 'when'}` as TextKey, { when });
	}
	if (data.type === 'email' && hasText(`${key}_email`)) return text(`${key}_email` as TextKey);
	for (const bound of ['min', 'max'] as const) {
		const count = data[bound];
		if (typeof count === 'number' && hasText(`${key}_${bound}`)) return text(`${key}_${bound}` as TextKey, { count });
	}
	return text(hasText(key) ? key : 'error_server_internal');
}

/** Whatever keeps codes from leaving, people read the same. */
function readAs(code: string, { oneWay }: Around): string {
	const isStuck = /^connector\.(invalid_config|template_not_found)$/.test(code);
	return isStuck || (oneWay && code === 'connector.not_found') ? 'connector.general' : code;
}

function narrowed(text: Text, { oneWay, oneCountry }: Around) {
	return (key: TextKey, inputs?: Parameters<Text>[1]) => {
		const variants = [oneWay && `${key}_one_way`, oneCountry && `${key}_one_country`];
		return text((variants.find((variant) => variant && hasText(variant)) as TextKey) ?? key, inputs);
	};
}

/** The same sentence for the JSON body of a refusal. */
export function problemMessage(locale: string, problem: AnyProblem): string {
	return problemText(createText(locale), problem);
}
