// What submit writes of second factors.
import type { Started } from '../../interaction/decision.ts';
import type { Effect } from '../../interaction/effect.ts';

export function keepFactors({ factors }: Started, userId: string, at: number): Effect[] {
	if (!factors) return [];
	const { totp, passkeys = [], backupCodes, enabled, skipped } = factors;
	const added = [totp, ...passkeys, backupCodes].filter((factor) => factor !== undefined);
	const isChosen = enabled !== undefined || skipped !== undefined;
	const choices = isChosen ? { enabled, skipped } : undefined;
	return [{ type: 'keep-factors', userId, factors: added, choices, at }];
}
