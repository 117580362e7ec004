// POST /api/experience/accounts/continue: the account that is signed in is the one that was asked for.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { finished } from '../core/interaction/finished.ts';
import { finishedAnswerMs } from '../core/interaction/state.ts';
import { isClosedTo } from './closed-to.ts';
import { findSignedIn } from './find-signed-in.ts';
import type { Caller, Services } from './ports.ts';

const tries = 5;

/** Proves nothing anew: the provider takes the session's own sign-in, with its time, or asks for another one. */
export async function continueSession(services: Services, caller: Caller): Promise<Result<{ redirectTo: string }>> {
	for (let attempt = 0; attempt < tries; attempt++) {
		const found = await findSignedIn(services, caller);
		if (!found.ok) return found;
		const { interaction: before, signedIn } = found.value;
		if (isClosedTo(before, await services.settings())) return refuse('server.maintenance');
		const at = services.clock.now();
		if (before.finished) {
			const { at: finishedAt, redirectTo } = before.finished;
			return finishedAt + finishedAnswerMs < at ? refuse('session.not_found') : ok({ redirectTo });
		}
		if (!signedIn?.isEnough) return refuse('session.invalid_interaction_type');
		const userId = signedIn.user.id;
		const redirectTo = services.oidc.resumeUrl(before.id);
		const after = finished(before, { at, userId, redirectTo });
		const isSaved = await services.store.transaction(async (scope) => {
			if (!(await scope.interactions.replace(before, after, { select_account: {} }))) return false;
			await scope.audit.append({
				key: 'Interaction.SignIn.Session',
				result: 'Success',
				interactionId: before.id,
				applicationId: before.clientId,
				userId,
				ip: caller.ip,
				userAgent: caller.userAgent,
				at
			});
			return true;
		});
		if (isSaved) return ok({ redirectTo });
	}
	return refuse('session.busy');
}
