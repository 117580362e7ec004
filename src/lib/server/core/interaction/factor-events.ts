// What happened to second factors. `facts`: the identified account as it is now.
import type { GuessOutcome } from '../guess.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { Factor, PasskeyCredential } from '../factor.ts';
import type { Scarcity } from './event.ts';
import type { User } from '../user.ts';

type Facts = { facts: { user: User | undefined; factors: Factor[] }; at: number };

export type FactorEvent =
	| (Facts & {
			type: 'factor-code-requested';
			recordId: string;
			identifierType: CodeIdentifier['type'];
			digest: string;
			/** As of a first code. */
			scarcity?: Scarcity;
	  })
	/** Without an outcome where nothing was compared: the factor is not taken here. */
	| (Facts & { type: 'factor-code-checked'; recordId: string; outcome?: GuessOutcome; attemptsLeft: number })
	| (Facts & { type: 'totp-offered'; recordId: string; sealedSecret: string })
	/** `step` is the time step of the code that was right and had not been used. */
	| (Facts & { type: 'totp-checked'; recordId: string; factorId?: string; step: number | undefined })
	| (Facts & {
			type: 'passkey-asked';
			recordId: string;
			ceremony: 'registration' | 'authentication';
			challenge: string;
	  })
	/** Without a credential: not what was asked for. */
	| (Facts & {
			type: 'passkey-checked';
			recordId: string;
			ceremony: 'registration' | 'authentication';
			factorId?: string;
			credential: PasskeyCredential | undefined;
	  })
	| (Facts & { type: 'backup-codes-made'; recordId: string; digests: string[] })
	| (Facts & { type: 'backup-code-checked'; recordId: string; factorId: string | undefined })
	| (Facts & { type: 'factor-bound'; factor: 'Totp' | 'WebAuthn' | 'BackupCode'; verificationId: string })
	| (Facts & { type: 'device-trusted' })
	| (Facts & { type: 'factors-chosen'; choice: 'enabled' | 'skipped' });
