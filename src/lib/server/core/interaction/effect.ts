// What must be done once a decision is saved, in the imperative. Writes share the transaction of the save.
import type { InteractionEvent } from '../../../contract/schemas.ts';
import type { ProblemCode } from '../../../contract/problems.ts';
import type { User } from '../user.ts';

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
	| { type: 'create-user'; user: User }
	| { type: 'stamp-sign-in'; userId: string; at: number }
	| { type: 'finish'; userId: string; amr: string[]; at: number }
	| { type: 'record'; key: AuditKey; error?: ProblemCode; userId?: string };

export type Act = {
	type: 'deliver-code';
	recordId: string;
	/** Answer without waiting for it: how long it takes, or that it fails, would tell members from strangers. */
	unawaited: boolean;
};

export type Effect = Write | Act;

type CodeType = 'EmailVerificationCode' | 'PhoneVerificationCode';
export type AuditKey =
	| `Interaction.${InteractionEvent}.Verification.${CodeType}.${'Create' | 'Submit'}`
	| `Interaction.${InteractionEvent}.${'Identification' | 'Submit'}`;
