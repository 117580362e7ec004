// "Last time here": a reminder for people who have more than one number or address. It opens nothing by itself.
import type { Draft } from '../../contract/draft.ts';
import type { LastUsed } from '../../contract/last-used.ts';
import { countryOfPhone } from '../../contract/identifier.ts';
import { draftedIdentifier } from './draft.ts';
import type { FirstScreen } from './first-screen.ts';
import { maskIdentifier } from './mask.ts';
import { isTakenBy } from './methods.ts';

/** Whoever has just been signed in, by what they had typed. */
export function lastUsedAfter(draft: Draft | undefined): LastUsed | undefined {
	const identifier = draftedIdentifier(draft);
	if (!identifier) return undefined;
	const { type, value } = identifier;
	const country = type === 'phone' ? (countryOfPhone(value) ?? draft?.country) : undefined;
	return { kind: type, shown: maskIdentifier(identifier), country };
}

/** Whether it helps on this screen: not where somebody has begun to type, or is expected by name. */
export function remindsOf(lastUsed: LastUsed | undefined, { kinds, values }: FirstScreen): string | undefined {
	const helps = lastUsed && values.identifier === '' && kinds.some((field) => isTakenBy(field, lastUsed.kind));
	return helps ? lastUsed.shown : undefined;
}
