// What must be done once a decision is saved, in the imperative. Writes share the transaction of the save.
import type { PasswordDigest } from '../../../contract/password-digest.ts';
import type { SignInWay } from '../../../contract/remembered.ts';
import type { CodeIdentifier, Identifier, InteractionEvent } from '../../../contract/schemas.ts';
import type { ProblemCode } from '../../../contract/problems.ts';
import type { FactorType } from '../../../contract/factors.ts';
import type { Device, NewDevice, ReplacedDevice } from '../device.ts';
import type { FactorChoices, NewFactor } from '../factor.ts';
import type { AgreedTerms, User } from '../user.ts';
import type { StagedProfile, Verification } from './state.ts';

export type Write =
	| {
			type: 'issue-secret';
			id: string;
			purpose: string;
			digest: string;
			maxAttempts: number;
			expiresAt: number;
			at: number;
	  }
	| { type: 'create-user'; user: User; passwordDigest?: PasswordDigest }
	/** All that a sign-in writes of its account. Holds only if that was not suspended, nor its password changed since. */
	| ({ type: 'stamp-sign-in'; userId: string; at: number } & SignInStamp)
	/** A code sent there came back: contacts that an administrator wrote down are the account's own now. */
	| { type: 'prove-contacts'; userId: string; contacts: CodeIdentifier[] }
	/** Ends every session and token of the account with it. Holds only if the password is still the one decided on. */
	| {
			type: 'reset-password';
			userId: string;
			digest: PasswordDigest;
			lastChangedAt: number | undefined;
			/** With what was decided on them: whoever knew the old password may have set them up (R20). */
			removesFactors?: true;
			at: number;
	  }
	/** The owner of the account was here: whoever guessed at what it had must not keep them from what it has now. */
	| { type: 'forgive-attempts'; userId: string }
	/** Holds only if the account has no authenticator app where one is added. New backup codes replace the old. */
	| { type: 'keep-factors'; userId: string; factors: NewFactor[]; choices?: FactorChoices; at: number }
	/** In place of `replaces`, which no other sign-in may have replaced meanwhile. */
	| {
			type: 'keep-device';
			userId: string;
			replaces: ReplacedDevice | undefined;
			device: NewDevice & Pick<Device, 'trustedAt' | 'trustedUntil'>;
			at: number;
	  }
	/** `isTransient`: the browser's session ends with the browser. */
	| { type: 'finish'; userId: string; amr: string[]; isTransient?: true; at: number }
	| { type: 'record'; key: AuditKey; error?: ProblemCode; userId?: string };

export type SignInStamp = {
	/** Of the password that was decided on; undefined where there was none. */
	lastChangedAt: number | undefined;
	/** What the account lacked; nothing that it has is overwritten. */
	adds?: StagedProfile;
	terms?: AgreedTerms;
	/** With all second factors, and every session and token but those of this sign-in (R20). */
	removesPassword?: true;
};

export type Act =
	| {
			type: 'deliver-code';
			recordId: string;
			/** Answer without waiting for it: how long it takes, or that it fails, would tell members from strangers. */
			unawaited: boolean;
	  }
	/** The browser gets what it is remembered by. */
	| { type: 'hand-over-device'; userId: string; deviceId: string }
	/** It will offer this account the next time, or knows of none from now on. */
	| { type: 'remember-account'; userId: string; identifier: Identifier; way: SignInWay; at: number }
	| { type: 'forget-accounts' }
	| { type: 'tell-owner'; userId: string; what: 'password-reset' | 'password-added' | 'factor-added' };

export type Effect = Write | Act;

export type AuditKey =
	| `Interaction.${InteractionEvent}.Verification.${Verification['type']}.${'Create' | 'Submit'}`
	| `Interaction.${InteractionEvent}.Mfa.${FactorType}.${'Create' | 'Submit' | 'Bind' | 'Delete'}`
	| `Interaction.${InteractionEvent}.${'Create' | 'Identification' | 'Profile' | 'Submit' | 'Terms' | 'Update'}`
	/** R20: an account's password that was others'. */
	| `Interaction.${InteractionEvent}.Password.Delete`
	/** Logto's names, and ours for one that came back after it had been replaced. */
	| `TrustedDevice.${'Created' | 'Used' | 'Copied'}`;
