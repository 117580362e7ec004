// What submit writes of second factors.
import type { Started } from '../../interaction/decision.ts';
import type { Effect } from '../../interaction/effect.ts';
import type { FactorChoices } from '../../factor.ts';

/** `before`: what the owner had decided until now. */
export function keepFactors(
	{ factors }: Started,
	{ userId, before, at }: { userId: string; before?: FactorChoices; at: number }
): Effect[] {
	if (!factors) return [];
	const { totp, passkeys = [], backupCodes, enabled, skipped } = factors;
	const added = [totp, ...passkeys, backupCodes].filter((factor) => factor !== undefined);
	const isChosen = enabled !== undefined || skipped !== undefined;
	const choices = isChosen ? { ...before, enabled, skipped } : undefined;
	return [{ type: 'keep-factors', userId, factors: added, choices, at }];
}
