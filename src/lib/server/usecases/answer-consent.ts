// POST /api/interaction/consent: yes or no, once. Whoever asks again is told the same way on.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { finishedAnswerMs } from '../core/interaction/state.ts';
import { answerConsent as decide } from '../core/rules/consent.ts';
import { isClosedTo } from './closed-to.ts';
import { findConsent } from './find-consent.ts';
import type { AuditEntry, Caller, Interaction, Services } from './ports.ts';
import { findOpen } from './recall.ts';

export type ConsentReply = { version?: string; deny?: boolean };

const tries = 5;

export async function answerConsent(
	services: Services,
	caller: Caller,
	reply: ConsentReply
): Promise<Result<{ redirectTo: string }>> {
	for (let attempt = 0; attempt < tries; attempt++) {
		const open = await findOpen(services, caller);
		if (!open.ok) return open;
		const answered = await answerOnce(services, caller, open.value, reply);
		if (answered) return answered;
	}
	return refuse('session.busy');
}

/** Undefined: somebody else has written in between. */
async function answerOnce(
	services: Services,
	caller: Caller,
	before: Interaction,
	{ version: shown, deny = false }: ConsentReply
): Promise<Result<{ redirectTo: string }> | undefined> {
	if (isClosedTo(before, await services.settings())) return refuse('server.maintenance');
	const at = services.clock.now();
	if (before.finished && before.finished.at + finishedAnswerMs < at) return refuse('session.not_found');
	const asked = await findConsent(services, before);
	if (!asked.ok) return asked;
	if (before.finished) return ok({ redirectTo: before.finished.redirectTo });

	const { facts, version } = asked.value;
	const redirectTo = services.oidc.resumeUrl(before.id);
	const decision = decide(before, { ...facts, denied: deny, shown, current: version, redirectTo, at });
	const entry: AuditEntry = {
		key: deny ? 'Interaction.Consent.Deny' : 'Interaction.Consent.Allow',
		result: 'problem' in decision ? 'Error' : 'Success',
		error: 'problem' in decision ? decision.problem.code : undefined,
		interactionId: before.id,
		applicationId: before.clientId,
		userId: facts.user?.id,
		ip: caller.ip,
		userAgent: caller.userAgent,
		at
	};
	if ('problem' in decision) {
		await services.store.audit.append(entry);
		return { ok: false, problem: decision.problem };
	}
	const { state, result } = decision;
	const isSaved = await services.store.transaction(async (scope) => {
		if (!(await scope.interactions.replace(before, state, result))) return false;
		if (!deny && facts.user && !facts.user.applicationId)
			await scope.users.metApplication(facts.user.id, before.clientId);
		await scope.audit.append(entry);
		return true;
	});
	return isSaved ? ok({ redirectTo }) : undefined;
}
