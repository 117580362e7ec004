// What was typed in this interaction, and in no other: the browser may be shared.
import type { Draft } from '../../contract/draft.ts';
import type { FirstForm, IdentifierForm } from '../../contract/forms.ts';
import { countryOfPhone } from '../../contract/identifier.ts';
import type { RememberedAccount } from '../../contract/remembered.ts';
import type { Result } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import { hintOf } from './address.ts';
import { readIdentifier } from './read-identifier.ts';

export type DraftKeeper = { read(): Draft | undefined; write(draft: Draft): void };

export function draftIn(url: URL, kept: DraftKeeper): DraftKeeper {
	const { uid } = hintOf(url);
	return {
		read() {
			const draft = kept.read();
			return draft?.uid === uid ? draft : undefined;
		},
		write: (draft) => kept.write({ ...draft, uid })
	};
}

/** Also what was refused is kept: it may be one letter short. */
export function remember(
	draft: DraftKeeper,
	form: IdentifierForm & Pick<FirstForm, 'terms'>,
	read: Result<Identifier>
): void {
	const kind = read.ok ? read.value.type : form.kind === 'account' ? 'email' : form.kind;
	const before = draft.read();
	// A number that was pasted with another country's code belongs to that country.
	const written = read.ok && kind === 'phone' ? countryOfPhone(read.value.value) : undefined;
	// Whoever types means nobody else.
	draft.write({
		kind,
		typed: { ...before?.typed, [kind]: form.identifier },
		country: written ?? form.country ?? before?.country,
		...((form.terms || before?.agreed) && { agreed: true })
	});
}

/** Whoever picks means nobody that was typed; the kind says whose code is asked for. */
export function rememberPick(draft: DraftKeeper, { id, type }: RememberedAccount, agreed = draft.read()?.agreed): void {
	draft.write({ account: id, kind: type, agreed });
}

/** Who was typed last, if that was somebody. */
export function draftedIdentifier({ kind, typed, country }: Draft = {}): Identifier | undefined {
	const identifier = kind && typed?.[kind];
	if (!identifier) return undefined;
	const read = readIdentifier({ identifier, kind, country });
	return read.ok ? read.value : undefined;
}
