// POST …/verification/password: the same work and the same answer for a wrong password and for nobody.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import { isConsole, policyFor } from '../core/rules/console.ts';
import { whyNoPassword } from '../core/rules/passwords.ts';
import { maySignInWithPassword } from '../core/rules/policy.ts';
import { withAttempt } from './attempts.ts';
import type { Caller, Services } from './ports.ts';
import { turnAway, type Attempted } from './record-refusal.ts';
import { signInIdentifier } from './sign-in-identifier.ts';
import { standInFor } from './stand-in.ts';
import { recall } from './recall.ts';
import { isUndone, step } from './step.ts';

export async function checkPassword(
	services: Services,
	caller: Caller,
	body: { identifier: Identifier; password: string }
): Promise<Result<{ verificationId: string }>> {
	const settings = await services.settings();
	const canonical = signInIdentifier(body.identifier, settings);
	if (!canonical.ok) return canonical;
	const identifier = canonical.value;
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const { clientId } = open.value;
	const closed = whyNoPassword(open.value, identifier, policyFor(clientId, settings));
	if (closed) return turnAway(services, caller, open.value, 'Verification.Password.Submit', { code: closed });

	const { users } = services.store;
	// For members too: the answer must not be later for strangers alone when the survey is old.
	const standIn = await standInFor(services, identifier);
	const found = await users.findWithPassword(identifier);
	const target = found ? { userId: found.user.id } : { identifier };
	const attempted: Attempted = {
		interaction: open.value,
		key: 'Interaction.SignIn.Verification.Password.Submit',
		userId: found?.user.id
	};
	return withAttempt(services, caller, attempted, { proof: 'password', target }, async (succeed) => {
		const checked = found?.digest
			? await services.passwords.verify(found.digest, body.password)
			: await services.passwords.verifyNobody(body.password, standIn);
		if (!checked.ok) return { verdict: 'unexamined', answer: checked };
		const { matches, rehash } = checked.value;

		const recordId = services.ids.id();
		const at = services.clock.now();
		const isForAdmins = isConsole(clientId) && !maySignInWithPassword(identifier.type, settings);
		const stepped = await step(
			services,
			caller,
			async (_before, scope) => {
				if (matches) await succeed(scope);
				return ok({ type: 'password-checked', recordId, identifier, user: found?.user, matches, isForAdmins, at });
			},
			{ atomic: true }
		);
		if (!matches) return { verdict: 'wrong', answer: stepped.ok ? refuse('session.invalid_credentials') : stepped };
		if (found?.digest && rehash) {
			const rehashed = users.rehashPassword(found.user.id, found.digest, { algorithm: 'Argon2id', digest: rehash });
			services.background.run('password not hashed anew', rehashed);
		}
		// What was right and came to nothing is neither held against anybody nor a reason to forget.
		const answer = stepped.ok ? ok({ verificationId: recordId }) : stepped;
		return { verdict: isUndone(stepped) ? 'unexamined' : 'right', answer };
	});
}
