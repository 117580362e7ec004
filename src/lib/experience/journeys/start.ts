// What the first screen posts: understood, remembered for the way back, and answered with a code.
import type { IdentifierForm } from '../../contract/forms.ts';
import { countryOfPhone } from '../../contract/identifier.ts';
import type { Writer } from '../client.ts';
import type { DraftKeeper } from './draft.ts';
import type { Flow } from './flow.ts';
import type { Outcome } from './next-page.ts';
import { readIdentifier } from './read-identifier.ts';
import { sendCode } from './send-code.ts';

export async function start(api: Writer, flow: Flow, form: IdentifierForm, draft: DraftKeeper): Promise<Outcome> {
	const read = readIdentifier(form);
	const kind = read.ok ? read.value.type : form.kind;
	const before = draft.read();
	// A number that was pasted with another country's code belongs to that country.
	const written = read.ok && kind === 'phone' ? countryOfPhone(read.value.value) : undefined;
	draft.write({
		kind,
		typed: { ...before?.typed, [kind]: form.identifier },
		country: written ?? form.country ?? before?.country
	});
	return read.ok ? sendCode(api, flow, read.value) : read;
}
