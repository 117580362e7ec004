// A refusal that was no decision of the core (a lock, a limit, a lost race) leaves a trace like one that was.
import type { ProofMethod } from '../../contract/account/verifications.ts';
import type { Problem } from '../../contract/problems.ts';
import type { Result } from '../../contract/result.ts';
import type { KeptFactorType } from '../core/factor.ts';
import type { AuditKey } from '../core/interaction/effect.ts';
import type { Interaction } from '../core/interaction/state.ts';
import type { Caller, Services } from './ports.ts';

/** At one's own account there is no interaction. */
export type AccountKey =
	| `Account.Verification.${ProofMethod}.${'Create' | 'Submit'}`
	| `Account.Mfa.${KeptFactorType}.${'Bind' | 'Update' | 'Delete'}`
	| `Account.${'PrimaryEmail' | 'PrimaryPhone'}.${'Update' | 'Delete'}`
	| `Account.${'Profile' | 'Password' | 'Mfa.Settings'}.Update`
	| `Account.${'Session' | 'Grant' | 'TrustedDevice'}.Delete`
	| 'Account.Reauthentication'
	| 'Account.Export'
	| 'Account.Delete';

/** What was tried, and in which interaction. `userId`: the account that it was tried on, where there is one. */
export type Attempted = {
	interaction: Pick<Interaction, 'clientId'> & { id?: string };
	key: AuditKey | AccountKey;
	userId?: string;
};

type Of<Key> = Key extends `Interaction.SignIn.${infer Subject}` ? Subject : never;

/** Refused before anything was decided. What no journey has begun yet is in no log. */
export async function turnAway(
	services: Pick<Services, 'store' | 'clock'>,
	caller: Caller,
	interaction: Interaction,
	subject: Of<AuditKey>,
	problem: Problem
): Promise<Result<never>> {
	const { event } = interaction;
	// To be short of a core is nobody's refusal, and no time to write more.
	if (event && problem.code !== 'server.unavailable') {
		await recordRefusal(services, caller, { interaction, key: `Interaction.${event}.${subject}` }, problem);
	}
	return { ok: false, problem };
}

export function recordRefusal(
	{ store, clock }: Pick<Services, 'store' | 'clock'>,
	caller: Caller,
	{ interaction, key, userId }: Attempted,
	problem: Problem
): Promise<void> {
	return store.audit.append({
		key,
		result: 'Error',
		error: problem.code,
		interactionId: interaction.id,
		applicationId: interaction.clientId,
		userId,
		ip: caller.ip,
		userAgent: caller.userAgent,
		at: clock.now()
	});
}
