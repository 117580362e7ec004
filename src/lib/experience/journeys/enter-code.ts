// The second step: a code is posted, and whoever proves the number or address goes on.
import type { CodeForm } from '../../contract/forms.ts';
import { refuse } from '../../contract/result.ts';
import type { Writer } from '../client.ts';
import { finish } from './finish.ts';
import type { Flow, Mode, Stage } from './flow.ts';
import type { Outcome } from './next-page.ts';
import { findVerification, type Found } from './progress.ts';
import { readCode } from './read-identifier.ts';

export async function enterCode(api: Writer, flow: Flow, form: CodeForm): Promise<Outcome> {
	const proven = await proveCode(api, flow, form);
	return 'outcome' in proven ? proven.outcome : finish(api, flow, proven.state, form.verificationId);
}

/** The record that the code has proven, or where to go instead. */
export async function proveCode(api: Writer, stage: Stage, { verificationId, code }: CodeForm): Promise<Found> {
	const found = await findVerification(api, stage, verificationId);
	if ('outcome' in found || found.record.verified) return found;

	const digits = readCode(code);
	// What cannot be a code costs no guess.
	if (!digits) return { outcome: refuse('verification_code.code_mismatch') };
	const checked = await api.checkCode(found.record.identifier, verificationId, digits);
	if (checked.ok) return found;

	// The other half of a double click may have used the code up a moment ago.
	const now = await findVerification(api, stage, verificationId);
	return 'outcome' in now || now.record.verified ? now : { outcome: { problem: checked.problem } };
}

/** The answer to "create an account?" and "sign in instead?": the same proof, used in the flow `to`. */
export async function crossOver(api: Writer, to: Mode, verificationId: string): Promise<Outcome> {
	const found = await findVerification(api, to, verificationId);
	if ('outcome' in found) return found.outcome;
	const outcome = await finish(api, to, found.state, verificationId);
	// Codes sign nobody in here: the account has a password.
	const isPasswordWanted = 'problem' in outcome && outcome.problem.code === 'user.sign_in_method_not_enabled';
	return isPasswordWanted ? { page: '/sign-in/password' } : outcome;
}
