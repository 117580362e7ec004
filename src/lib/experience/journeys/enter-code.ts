// The second step: a code is posted, and whoever proves the number or address goes on.
import type { CodeForm } from '../../contract/forms.ts';
import { refuse } from '../../contract/result.ts';
import type { Writer } from '../client.ts';
import { finish } from './finish.ts';
import type { Flow } from './flow.ts';
import type { Outcome } from './next-page.ts';
import { findVerification } from './progress.ts';
import { readCode } from './read-identifier.ts';

export async function enterCode(api: Writer, flow: Flow, { verificationId, code }: CodeForm): Promise<Outcome> {
	const found = await findVerification(api, flow, verificationId);
	if ('outcome' in found) return found.outcome;
	if (found.record.verified) return finish(api, flow, found.state, verificationId);

	const digits = readCode(code);
	// What cannot be a code costs no guess.
	if (!digits) return refuse('verification_code.code_mismatch');
	const checked = await api.checkCode(found.record.identifier, verificationId, digits);
	if (checked.ok) return finish(api, flow, found.state, verificationId);

	// The other half of a double click may have used the code up a moment ago.
	const now = await findVerification(api, flow, verificationId);
	if ('outcome' in now) return now.outcome;
	return now.record.verified ? finish(api, flow, now.state, verificationId) : { problem: checked.problem };
}

/** The answer to "create an account?" and "sign in instead?": the same proof, used in the flow `to`. */
export async function crossOver(api: Writer, to: Flow, verificationId: string): Promise<Outcome> {
	const found = await findVerification(api, to, verificationId);
	if ('outcome' in found) return found.outcome;
	return finish(api, to, found.state, verificationId);
}
