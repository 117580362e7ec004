// POST /api/experience/submit: everything is decided again, from state, now; then the provider may go on.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { finishedAnswerMs, type Interaction } from '../core/interaction/state.ts';
import { policyFor } from '../core/rules/console.ts';
import type { Terms } from '../core/user.ts';
import { restsOnPassword } from '../core/rules/verifications.ts';
import { refuseWhileLocked } from './attempts.ts';
import { findFacts, recallWithFacts } from './factors/find-facts.ts';
import { endCopiedTrust } from './factors/end-copied-trust.ts';
import { deviceSecret, handOverAgain, handOverDevice, recogniseDevice } from './factors/recognise-device.ts';
import { announce } from './hooks/announce.ts';
import type { Caller, Services, User } from './ports.ts';
import { findOpen } from './recall.ts';
import { recordRefusal, type Attempted } from './record-refusal.ts';
import { forgetAccounts, rememberAccount } from './remember-account.ts';
import { settingsFor } from './settings-for.ts';
import { step } from './step.ts';
import { tellOwner } from './tell-owner.ts';
import { wantProof } from './want-proof.ts';

/** `agreesToTerms`: the terms were put to the person, as the policy has it. */
export async function submit(
	services: Services,
	caller: Caller,
	{ agreesToTerms = false }: { agreesToTerms?: boolean } = {}
): Promise<Result<{ redirectTo: string } | undefined>> {
	const open = await recallWithFacts(services, caller);
	if (!open.ok) return open;
	let user: User | undefined;
	let submitted = open.value.interaction;
	let isRepeated = false;
	let wasRiskFound = false;
	const secret = deviceSecret(services, open.value.interaction);
	const stepped = await step(services, caller, async (before, scope) => {
		const { interaction, facts: seen } = open.value;
		const facts = before === interaction ? seen : await findFacts(before, scope, await services.settings());
		user = facts.user;
		submitted = before;
		isRepeated = before.finished !== undefined;
		wasRiskFound = before.isRiskFound === true;
		const at = services.clock.now();
		if (before.finished && before.finished.at + finishedAnswerMs < at) return refuse('session.not_found');
		if (!before.finished && (await hasAccountChanged(services, before))) return refuse('session.not_found');
		const policy = policyFor(before.clientId, await services.settings());
		if (user && !before.finished && restsOnPassword(before, user, policy)) {
			const unlocked = await refuseWhileLocked(services, user.id);
			if (!unlocked.ok) {
				const attempted: Attempted = { interaction: before, key: 'Interaction.SignIn.Submit', userId: user.id };
				await recordRefusal(services, caller, attempted, unlocked.problem);
				return unlocked;
			}
		}
		const terms = agreesToTerms ? await readTerms(services, before) : undefined;
		const looked = { scope, settings: policy, secret, at };
		const { copied, ...recognised } = before.finished ? {} : await recogniseDevice(services, caller, before, looked);
		// Whatever becomes of this sign-in: somebody has shown a first proof of this account.
		if (copied && user) await endCopiedTrust(services, caller, before, { userId: user.id, copied });
		return ok({
			type: 'submitted',
			...facts,
			...recognised,
			redirectTo: services.oidc.resumeUrl(before.id),
			terms,
			at
		});
	});
	if (!stepped.ok && stepped.problem.code === 'session.captcha_required') {
		return wantProof(services, caller, { isHard: false, at: services.clock.now() });
	}
	if (!stepped.ok) {
		if (!wasRiskFound && stepped.problem.code === required) await announceRisk(services, caller);
		return stepped;
	}
	const { state, acts } = stepped.value;
	for (const act of acts) {
		if (act.type === 'tell-owner') await tellOwner(services, caller, act, state.clientId, user);
		if (act.type === 'hand-over-device') handOverDevice(caller, act.userId, act.deviceId, secret);
		if (act.type === 'remember-account') rememberAccount(services, caller, act);
		if (act.type === 'forget-accounts') forgetAccounts(caller);
	}
	if (isRepeated && state.finished) await handOverAgain(services, caller, state.finished.userId, secret);
	// A recovery leaves an interaction behind that begins anew, and knows nothing of it.
	if (!isRepeated) await announceSignIn(services, caller, { ...submitted, finished: state.finished });
	// After a recovery there is nowhere to go on to: the person signs in with the new password.
	return ok(state.finished && { redirectTo: state.finished.redirectTo });
}

/** The documents that the application's pages link to; an application may have its own. */
async function readTerms(services: Services, { clientId }: Interaction): Promise<Terms> {
	const { termsOfUseUrl, privacyPolicyUrl } = await settingsFor(services, clientId);
	return { termsOfUseUrl: termsOfUseUrl || undefined, privacyPolicyUrl: privacyPolicyUrl || undefined };
}

/** An interaction opened in a signed-in session ends with it: another account there means another browser user. */
async function hasAccountChanged(services: Services, before: Interaction): Promise<boolean> {
	const { session } = before;
	if (!session) return false;
	return (await services.oidc.accountOfSession(session.uid)) !== session.accountId;
}

const required = 'session.mfa.require_mfa_verification';

/** Once an interaction, too; what other settings ask for is no news. */
async function announceRisk(services: Services, caller: Caller): Promise<void> {
	const { adaptiveMfa } = await services.settings();
	const after = adaptiveMfa.enabled ? await findOpen(services, caller) : undefined;
	if (!after?.ok || !after.value.isRiskFound || !after.value.userId) return;
	const { id: sessionId, userId, clientId: applicationId, event: interactionEvent } = after.value;
	const about = { userId, interactionEvent, sessionId, applicationId };
	await announce(services, caller, { event: 'PostSignInAdaptiveMfaTriggered', ...about });
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
