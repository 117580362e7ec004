// One visit to the sign-in: ask for a code, do the work that is asked for or wait instead, and say what came of it.
import { refuse, type Result } from '../../../src/lib/contract/result.ts';
import { checkCode } from '../../../src/lib/server/usecases/check-code.ts';
import type { Caller, CodeIdentifier } from '../../../src/lib/server/usecases/ports.ts';
import { sendCode } from '../../../src/lib/server/usecases/send-code.ts';
import { startInteraction } from '../../../src/lib/server/usecases/start-interaction.ts';
import type { World } from './world.ts';

/** Hashes a second: a phone of the middle class. Without script people wait. */
export const phoneSpeed = 400_000;
export type Visitor = { ip: string; hashesPerSecond: number; runsScript: boolean };
export type Visit = { visitor: Visitor; caller: Caller; event: 'SignIn' | 'Register' };
export type Asked = Result<{ verificationId: string }>;

export async function openVisit(world: World, visitor: Visitor, event: Visit['event'] = 'SignIn'): Promise<Visit> {
	const { ids, store } = world.services;
	const interactionId = ids.id();
	await store.oidc.upsertInteraction(interactionId, 'shop', {}, world.now() + 3_600_000);
	const caller: Caller = { requestId: ids.id(), ip: visitor.ip, userAgent: '', locale: 'zh-CN', interactionId };
	await startInteraction(world.services, caller, event);
	return { visitor, caller, event };
}

/** `done` hears of the outcome, at once or after the work or the wait. */
export async function ask(
	world: World,
	{ visitor, caller, event }: Visit,
	to: CodeIdentifier,
	done: (asked: Asked) => Promise<void>
): Promise<void> {
	const send = () => sendCode(world.services, caller, { identifier: to });
	const asked = await send();
	const data = asked.ok ? undefined : asked.problem.data;
	if (asked.ok || asked.problem.code !== 'session.captcha_required' || !data) return done(asked);

	const { challenge, bits, retryAfter } = data as { challenge: string; bits: number; retryAfter: number };
	const working = 2 ** bits / visitor.hashesPerSecond;
	const waits = !visitor.runsScript || working > retryAfter;
	world.later((waits ? retryAfter : working) * 1000, async () => {
		const captchaToken = waits ? challenge : `${challenge}.${bits}`;
		const options = { keepVerifications: true, captchaToken };
		const proven = await startInteraction(world.services, caller, event, options);
		await done(proven.ok ? await send() : refuse(proven.problem.code));
	});
}

export function enter(world: World, { caller }: Visit, to: CodeIdentifier, verificationId: string, code: string) {
	return checkCode(world.services, caller, { identifier: to, verificationId, code });
}
