// Bounds guessing: per account, whatever it is called, and per network. Counted before a guess is examined.
import { networkOf } from '../core/rules/network.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Caller, LockoutRule, Services } from './ports.ts';

/** An account by its id, so that all its identifiers count as one; a stranger by what was typed. */
export type Target = { userId: string } | { identifier: Identifier };

export type Attempt = {
	/** It was no failure: the target starts anew, and the network gets this one back. */
	succeeded(): Promise<void>;
};

const networkWindow = 3600;

/** Refused attempts are not examined, so nothing can be learned from them. */
export async function takeAttempt(services: Services, caller: Caller, target: Target): Promise<Result<Attempt>> {
	const { perUser, perIp } = rulesOf(await services.settings());
	const { lockouts } = services.store;
	const at = services.clock.now();
	const keys = { target: targetKey(services, target), network: `fail:ip:${networkOf(caller.ip)}` };
	const taken = await lockouts.take([
		{ key: keys.target, rule: perUser, at },
		{ key: keys.network, rule: perIp, at }
	]);
	if (!taken.ok) return locked(taken.retryAfter);
	return ok({ succeeded: () => lockouts.succeed(keys.target, keys.network) });
}

/** A lock that fell after the proof holds at the end, too. */
export async function refuseWhileLocked(services: Services, userId: string): Promise<Result<undefined>> {
	const { perUser } = rulesOf(await services.settings());
	const key = targetKey(services, { userId });
	const wait = await services.store.lockouts.retryAfter({ key, rule: perUser, at: services.clock.now() });
	return wait > 0 ? locked(wait) : ok();
}

export function targetKey({ hasher }: Pick<Services, 'hasher'>, target: Target): string {
	if ('userId' in target) return `fail:user:${target.userId}`;
	const { type, value } = target.identifier;
	return `fail:unknown:${hasher.hmac('lockout', type, value)}`;
}

function rulesOf({ lockoutPolicy }: Settings): { perUser: LockoutRule; perIp: LockoutRule } {
	const { perUser, perIp, firstWait, longestWait } = lockoutPolicy;
	return {
		perUser: { ...perUser, firstWait, longestWait },
		perIp: { ...perIp, firstWait, longestWait, window: networkWindow }
	};
}

function locked(retryAfter: number) {
	return refuse('session.verification_blocked_too_many_attempts', { data: { retryAfter } });
}
