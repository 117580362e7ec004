// What happened, in the past tense. Every fact a decision needs is in the event: time, lookups, outcomes.
import type { CodeIdentifier, InteractionEvent } from '../../../contract/schemas.ts';
import type { GuessOutcome } from '../guess.ts';
import type { User } from '../user.ts';

export type Event =
	| { type: 'started'; event: InteractionEvent; keepVerifications: boolean }
	| { type: 'event-changed'; event: InteractionEvent }
	| {
			type: 'code-requested';
			recordId: string;
			identifier: CodeIdentifier;
			/** Whether an account has this identifier, or it does not matter because strangers get a code too. */
			known: boolean;
			/** HMAC of the code that would be sent, and one that no code can have. */
			digest: string;
			impossibleDigest: string;
			at: number;
	  }
	| {
			type: 'code-checked';
			recordId: string;
			outcome: GuessOutcome;
			attemptsLeft: number;
			at: number;
	  }
	| {
			type: 'identified';
			verificationId: string | undefined;
			/** The account that holds the record's identifier, if any. */
			user: User | undefined;
			newUserId: string;
			at: number;
	  }
	| {
			type: 'submitted';
			/** The identified account as it is now. */
			user: User | undefined;
			redirectTo: string;
			at: number;
	  };
