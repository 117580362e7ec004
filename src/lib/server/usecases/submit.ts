// POST /api/experience/submit: everything is decided again, from state, now; then the provider may go on.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { finishedAnswerMs, type Interaction } from '../core/interaction/state.ts';
import { policyFor } from '../core/rules/console.ts';
import { restsOnPassword } from '../core/rules/verifications.ts';
import { refuseWhileLocked } from './attempts.ts';
import { announce } from './hooks/announce.ts';
import type { Caller, Services, User } from './ports.ts';
import { findIdentified, recallWithUser } from './recall.ts';
import { step } from './step.ts';
import { tellOwner } from './tell-owner.ts';

export async function submit(services: Services, caller: Caller): Promise<Result<{ redirectTo: string } | undefined>> {
	const open = await recallWithUser(services, caller);
	if (!open.ok) return open;
	let user: User | undefined;
	let isRepeated = false;
	const stepped = await step(services, caller, async (before, scope) => {
		user = before === open.value.interaction ? open.value.user : await findIdentified(before, scope);
		isRepeated = before.finished !== undefined;
		const at = services.clock.now();
		if (before.finished && before.finished.at + finishedAnswerMs < at) return refuse('session.not_found');
		if (!before.finished && (await hasAccountChanged(services, before))) return refuse('session.not_found');
		const policy = policyFor(before.clientId, await services.settings());
		if (user && !before.finished && restsOnPassword(before, user, policy)) {
			const unlocked = await refuseWhileLocked(services, user.id);
			if (!unlocked.ok) return unlocked;
		}
		return ok({ type: 'submitted', user, redirectTo: services.oidc.resumeUrl(before.id), at });
	});
	if (!stepped.ok) return stepped;
	const { state, acts } = stepped.value;
	for (const act of acts) if (act.type === 'tell-owner') await tellOwner(services, caller, act, state.clientId, user);
	if (!isRepeated) await announceSignIn(services, caller, state);
	// After a recovery there is nowhere to go on to: the person signs in with the new password.
	return ok(state.finished && { redirectTo: state.finished.redirectTo });
}

/** An interaction opened in a signed-in session ends with it: another account there means another browser user. */
async function hasAccountChanged(services: Services, before: Interaction): Promise<boolean> {
	const { session } = before;
	if (!session) return false;
	return (await services.oidc.accountOfSession(session.uid)) !== session.accountId;
}

const eventOf = { Register: 'PostRegister', SignIn: 'PostSignIn', ForgotPassword: 'PostResetPassword' } as const;

/** Once an interaction, however often its last step is asked for. */
async function announceSignIn(services: Services, caller: Caller, state: Interaction): Promise<void> {
	const userId = state.finished?.userId ?? state.userId;
	if (!userId || !state.event) return;
	const about = { userId, interactionEvent: state.event, sessionId: state.id, applicationId: state.clientId };
	if (state.event === 'Register') await announce(services, caller, { event: 'User.Created', ...about });
	await announce(services, caller, { event: eventOf[state.event], ...about });
}
