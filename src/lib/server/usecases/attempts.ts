// Bounds guessing: per account, whatever it is called, and per network. Counted before a guess is examined.
import { networkOf } from '../core/rules/network.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Caller, LockoutRule, Services, StoreScope } from './ports.ts';
import { recordRefusal, type Attempted } from './record-refusal.ts';

/** An account by its id, so that all its identifiers count as one; a stranger by what was typed. */
export type Target = { userId: string } | { identifier: Identifier };

/** Counted apart: a stranger who guesses at one of them must not keep the owner from the others. */
export const firstProofs = ['password', 'code', 'recovery-code'] as const;
/** All second factors together. A right first proof forgives none of their failures, or it could wipe them at will. */
const factorProof = 'factor';
export type Proof = (typeof firstProofs)[number] | typeof factorProof;

export type Guess = { proof: Proof; target: Target };

/**
 * `right`: the step has written the success, see `Succeed`. `unexamined`: nothing can have been learned, so target and
 * network get the attempt back. `wrong` stays counted.
 */
export type Verdict = 'right' | 'wrong' | 'unexamined';
export type Examined<Value> = { verdict: Verdict; answer: Result<Value> };

/**
 * Everything counted against the target is forgotten, by other kinds of first proof too, and the network gets this
 * attempt back. Written through the transaction of the step: what undoes that undoes this.
 */
export type Succeed = (scope: Pick<StoreScope, 'lockouts'>) => Promise<void>;

const networkWindow = 3600;

/**
 * Refused attempts are recorded and not examined, so nothing can be learned from them. Without a guess at somebody's
 * proof, the network alone is counted: for secrets that are too long to be guessed.
 */
export async function withAttempt<Value>(
	services: Services,
	caller: Caller,
	attempted: Attempted,
	guess: Guess | undefined,
	examine: (succeed: Succeed) => Promise<Examined<Value>>
): Promise<Result<Value>> {
	const { perUser, perIp } = rulesOf(await services.settings());
	const { lockouts } = services.store;
	const network = { key: `fail:network:${networkOf(caller.ip)}`, rule: perIp };
	const taken = await lockouts.take(
		guess ? [{ key: targetKey(services, guess.target, guess.proof), rule: perUser }, network] : [network],
		services.clock.now()
	);
	if (!taken.ok) {
		const refusal = locked(taken.retryAfter);
		await recordRefusal(services, caller, attempted, refusal.problem);
		return refusal;
	}

	const whose = guess ? forgivenKeys(services, guess) : [];
	const succeed: Succeed = (scope) => scope.lockouts.succeed(whose, taken.taken.slice(-1));
	let examined: Examined<Value>;
	try {
		examined = await examine(succeed);
	} catch (error) {
		await lockouts.giveBack(taken.taken).catch(() => {});
		throw error;
	}
	if (examined.verdict === 'unexamined') await lockouts.giveBack(taken.taken);
	return examined.answer;
}

/** A lock that fell after the right password holds at the end, too. */
export async function refuseWhileLocked(services: Services, userId: string): Promise<Result<undefined>> {
	const { perUser } = rulesOf(await services.settings());
	const key = targetKey(services, { userId }, 'password');
	const wait = await services.store.lockouts.retryAfter({ key, rule: perUser }, services.clock.now());
	return wait > 0 ? locked(wait) : ok();
}

/** All that is counted against the target's first proofs. */
export function firstProofKeys(services: Pick<Services, 'hasher'>, target: Target): string[] {
	return firstProofs.map((proof) => targetKey(services, target, proof));
}

/** All that is counted against the target. */
export function targetKeys(services: Pick<Services, 'hasher'>, target: Target): string[] {
	const sends = 'userId' in target ? [newAddressesKey(target.userId)] : [];
	return [...firstProofKeys(services, target), targetKey(services, target, factorProof), ...sends];
}

/** Codes that an account has sent to addresses that it does not have. */
export function newAddressesKey(userId: string): string {
	return `send:account:${userId}`;
}

function forgivenKeys(services: Services, { proof, target }: Guess): string[] {
	return proof === factorProof ? [targetKey(services, target, proof)] : firstProofKeys(services, target);
}

export function targetKey({ hasher }: Pick<Services, 'hasher'>, target: Target, proof: Proof): string {
	if ('userId' in target) return `fail:user:${target.userId}:${proof}`;
	const { type, value } = target.identifier;
	return `fail:unknown:${hasher.hmac('lockout', type, value)}:${proof}`;
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
