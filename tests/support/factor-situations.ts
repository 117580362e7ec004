// Sign-ins with second factors, for tests of their rules.
import type { FactorType } from '../../src/lib/contract/factors.ts';
import type { Settings } from '../../src/lib/contract/settings.ts';
import type { Device, NewDevice } from '../../src/lib/server/core/device.ts';
import type { Factor, FactorChoices } from '../../src/lib/server/core/factor.ts';
import type { FactorRecord, StagedFactors } from '../../src/lib/server/core/interaction/factor-records.ts';
import type { Interaction } from '../../src/lib/server/core/interaction/state.ts';
import { transition } from '../../src/lib/server/core/interaction/transition.ts';
import type { User } from '../../src/lib/server/core/user.ts';
import { ada, interactionWith, now, open, password } from './interaction-states.ts';

export const factor = (type: Factor['type'], changes: Partial<Factor> = {}): Factor => ({
	id: type,
	type,
	createdAt: now,
	...(type === 'BackupCode' && { remaining: 10 }),
	...changes
});
export const totpProof = {
	id: 'p',
	type: 'TOTP',
	userId: 'ada',
	verified: true,
	factorId: 'Totp',
	lastStep: 1
} as const satisfies FactorRecord;
export const mfa = (policy: Settings['mfa']['policy'], ...factors: FactorType[]): Partial<Settings> => ({
	mfa: { policy, factors },
	// Codes are the first factor or the second, never both.
	signIn: { methods: [{ identifier: 'phone', password: true, verificationCode: false, isPasswordPrimary: true }] }
});

export const adaptive = (...factors: FactorType[]): Partial<Settings> => ({
	...mfa('PromptOnlyAtSignInMandatory', ...factors),
	adaptiveMfa: { enabled: true }
});
export const trusting = (...factors: FactorType[]): Partial<Settings> => ({
	...mfa('Mandatory', ...factors),
	trustedDevice: { enabled: true, durationDays: 30 }
});
export const known: Device = { id: 'device', digest: 'old', userAgent: '', createdAt: now - 2, lastUsedAt: now - 1 };
export const newDevice: NewDevice = { id: 'newer', digest: 'new', userAgent: 'a browser' };

export type Situation = {
	policy: Partial<Settings>;
	user?: Partial<User>;
	factors?: Factor[];
	proven?: FactorRecord[];
	staged?: StagedFactors;
	choices?: FactorChoices;
	state?: Partial<Interaction>;
	device?: Device;
};

/** Somebody with a password and a phone, who has shown the password. */
export function submitSignIn({ policy, user, factors = [], proven, staged, choices, state, device }: Situation) {
	const person: User = { ...ada, primaryEmail: undefined, factorChoices: choices, ...user };
	const before = interactionWith({
		event: 'SignIn',
		userId: 'ada',
		verifications: [password],
		factorRecords: proven,
		factors: staged,
		...state
	});
	const event = { type: 'submitted', user: person, factors, device, newDevice, redirectTo: '/next', at: now } as const;
	return transition(before, event, { ...open, ...policy });
}

export const totp: StagedFactors = { totp: { id: 'new', type: 'Totp', sealedSecret: 'sealed', lastStep: 1 } };
export const backupCodes: StagedFactors = {
	backupCodes: { id: 'codes', type: 'BackupCode', digests: ['1', '2'], replaces: false }
};
