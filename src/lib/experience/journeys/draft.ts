// What was typed in this interaction, and in no other: the browser may be shared.
import type { Draft } from '../../contract/draft.ts';
import { hintOf } from './address.ts';

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
