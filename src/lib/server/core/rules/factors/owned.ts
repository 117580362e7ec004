// Which second factors an account has, and which it may still set up, by the settings of now.
import type { FactorType } from '../../../../contract/factors.ts';
import type { Settings } from '../../../../contract/settings.ts';
import type { Factor, FactorChoices } from '../../factor.ts';
import type { StagedFactors } from '../../interaction/factor-records.ts';
import type { User } from '../../user.ts';

/** An account as far as second factors go: of somebody who registers, as it will be. */
export type FactorOwner = Pick<User, 'id' | 'primaryEmail' | 'primaryPhone'> & {
	factors: Factor[];
	choices?: FactorChoices;
};

/** Contract §3.5: the one used last comes first, backup codes last. Those alone are none: they stand in for another. */
export function ownedFactors(owner: FactorOwner, settings: Settings): FactorType[] {
	const owned = settings.mfa.factors
		.filter((type) => owns(owner, type))
		.sort((one, other) => rank(owner, other) - rank(owner, one));
	return owned.some((type) => type !== 'BackupCode') ? owned : [];
}

/** With what is staged in this interaction. */
export function withStaged(owner: FactorOwner, staged: StagedFactors | undefined, at: number): FactorOwner {
	const added = [staged?.totp, ...(staged?.passkeys ?? []), staged?.backupCodes].flatMap((factor) => {
		if (!factor) return [];
		const remaining = factor.type === 'BackupCode' ? factor.digests.length : undefined;
		return [{ id: factor.id, type: factor.type, remaining, createdAt: at }];
	});
	return { ...owner, factors: [...owner.factors, ...added] };
}

/** Backup codes are made on the way, never chosen. A second passkey may always be added, one app is enough. */
export function bindableFactors(owner: FactorOwner, { mfa }: Settings): FactorType[] {
	return mfa.factors.filter((type) => type !== 'BackupCode' && !owns(owner, type));
}

export function owns({ factors, primaryEmail, primaryPhone }: FactorOwner, type: FactorType): boolean {
	switch (type) {
		case 'EmailVerificationCode':
			return primaryEmail !== undefined;
		case 'PhoneVerificationCode':
			return primaryPhone !== undefined;
		default:
			return factors.some((factor) => factor.type === type && factor.remaining !== 0);
	}
}

function rank({ factors }: FactorOwner, type: FactorType): number {
	if (type === 'BackupCode') return -1;
	return Math.max(0, ...factors.filter((factor) => factor.type === type).map(({ lastUsedAt }) => lastUsedAt ?? 0));
}
