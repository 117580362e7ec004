// Whose password a page asks for: picked among the remembered accounts, typed, or whoever a code was sent to.
import type { Draft } from '../../contract/draft.ts';
import { maskIdentifier } from '../../contract/mask.ts';
import type { Remembered } from '../../contract/remembered.ts';
import type { Identifier, InteractionAnswer } from '../../contract/schemas.ts';
import { draftedIdentifier } from './draft.ts';
import { newestVerification, shownIdentifier } from './progress.ts';

/** `account`: remembered, and shown masked. Its form posts that name instead of a number or an address. */
export type AskedPerson = { identifier: Identifier; shown: string; account?: string };

export function askedPerson(
	draft: Draft | undefined,
	accounts: Remembered,
	state: InteractionAnswer | undefined
): AskedPerson | undefined {
	const picked = accounts.find(({ id }) => id === draft?.account);
	if (picked) return remembered(picked);
	const drafted = draftedIdentifier(draft);
	if (drafted) return { identifier: drafted, shown: shownIdentifier(drafted) };
	// The draft lasts for minutes; a code that was sent is remembered longer.
	const sent = state && newestVerification(state);
	if (!sent) return undefined;
	const { type, value } = sent.identifier;
	if (!sent.masked) return { identifier: sent.identifier, shown: shownIdentifier(sent.identifier) };
	const known = accounts.find((account) => account.type === type && account.value === value);
	return known && remembered(known);
}

function remembered({ id, type, value }: Remembered[number]): AskedPerson {
	return { identifier: { type, value }, shown: maskIdentifier({ type, value }), account: id };
}
