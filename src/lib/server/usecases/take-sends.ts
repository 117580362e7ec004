// The bound on sending: per client IP and per recipient, before anything is sent, for suppressed sends alike.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import { networkOf } from '../core/rules/network.ts';
import type { Caller, Services } from './ports.ts';

export type Taken = {
	/** The recipient gets the unit back when the provider provably took nothing; the IP does not. */
	giveBack(): Promise<void>;
};

/** Recipients are stored as keyed hashes only. */
export async function takeSends(
	services: Services,
	caller: Caller,
	identifier: CodeIdentifier,
	at: number
): Promise<Result<Taken>> {
	const { sendPolicy } = await services.settings();
	const { budgets } = services.store;
	const recipient = `send:to:${services.hasher.hmac('recipient', identifier.type, identifier.value)}`;

	const wants = [
		{ key: `send:ip:${networkOf(caller.ip)}`, limits: sendPolicy.perIp },
		{ key: recipient, limits: sendPolicy.perIdentifier }
	];
	const taken = await budgets.takeAll(wants, at);
	if (!taken.ok) return refuse('request.message_rate_limited', { data: { retryAfter: taken.retryAfter } });
	return ok({ giveBack: () => budgets.giveBack(recipient, at) });
}
