// People's own accounts: the tokens they come with, and what they have proven.
import type { AccountScope } from '../../../contract/account/access.ts';
import type { PasswordDigest } from '../../../contract/password-digest.ts';
import type { AccountField } from '../../../contract/settings/account-center.ts';
import type { AccountVerification, VerificationPurpose } from '../../core/account/verification.ts';
import type { Caller } from './caller.ts';
import type { FactorHolder } from './factors.ts';
import type { OidcPayload } from './oidc-store.ts';
import type { UserChanges } from './users.ts';

export type { AccountVerification, VerificationPurpose };

/** The account that a token is of, with everything that decides on what it may do; one look-up. */
export type AccountHolder = FactorHolder & { digest: PasswordDigest | undefined };

/** What is part of the account's own row. */
export type OwnChanges = Pick<UserChanges, 'name' | 'avatar' | 'profile' | 'customData'> & {
	password?: PasswordDigest;
};

/** Where the codes of an account are kept among all secrets. */
export type CodePlace = `account/${string}`;

export type AccountStore = {
	/** By the provider's access token, while its grant is there. `verification` is the named one, of this account only. */
	findByToken(
		token: string,
		verificationId: string | undefined
	): Promise<
		{ token: OidcPayload; grant: OidcPayload; holder: AccountHolder; verification?: AccountVerification } | undefined
	>;
	/**
	 * One conditional write: true while the account is in good standing, the token is there and, where `seen` is named,
	 * nothing of the account has changed since (its `updatedAt`). Nobody else changes it until the transaction ends.
	 */
	begin(change: {
		userId: string;
		token: string;
		seen: number | undefined;
		at: number;
		set?: OwnChanges;
		/** No browser is trusted, nor known, any more. */
		forgetsDevices?: boolean;
	}): Promise<boolean>;
	/** The same without a change. */
	hold(account: { userId: string; token: string; seen: number }): Promise<boolean>;
	/** Ends everything that came of its sign-ins but what is named: a session and grants of the account. */
	endOthers(userId: string, keep: { sessionUid: string | undefined; grantIds: string[] }): Promise<void>;
	/** What is kept of codes that were sent for it. */
	dropCodes(userId: string): Promise<void>;
	/** Takes the place of what waits to be verified of the same kind. */
	insert(verification: AccountVerification): Promise<void>;
	find(userId: string, id: string): Promise<AccountVerification | undefined>;
	/** What waits to be verified does not any more. */
	drop(userId: string, id: string): Promise<void>;
	/** One conditional write: true for the first who brings the proof in time. */
	verify(
		proven: Pick<AccountVerification, 'id' | 'userId' | 'factorId' | 'credential'> & { at: number }
	): Promise<boolean>;
	/** One conditional write uses up what is verified and has not expired; of any number that try, one does. */
	take(wanted: {
		id: string;
		userId: string;
		purpose: VerificationPurpose;
		at: number;
	}): Promise<AccountVerification | undefined>;
	/** The same for the backup codes that were made last. */
	takeBackupCodes(userId: string, digests: string[], at: number): Promise<boolean>;
	/** What was shown beside it stands for it from now on. */
	raise(id: string, shown: Pick<AccountVerification, 'type' | 'factorId'>): Promise<void>;
};

/** What an access token says, with the account that it is of. */
export type AccountBearer = {
	/** The token itself, to ask again whether it is good. */
	token: string;
	applicationId: string;
	scopes: string[];
	/** The session that it came of, and the grant that it rests on. */
	sessionUid: string | undefined;
	grantId: string;
	holder: AccountHolder;
	verification: AccountVerification | undefined;
};

/** Opaque access tokens that people's applications bring. */
export type AccountTokens = {
	/** Undefined unless we gave it for a person, for no resource, and it has not expired or been revoked. */
	read(token: string, verificationId: string | undefined): Promise<AccountBearer | undefined>;
};

/** Somebody at their own account. `verificationId` is what they named as their proof, whatever it is worth. */
export type AccountCaller = Caller & AccountBearer & { verificationId: string | undefined };

/** What a request needs. Everything that changes something is closed to other people's applications. */
export type AccountAccess = {
	scopes?: AccountScope[];
	/** Must be at least readable, where something is changed editable. */
	field?: AccountField;
	changes?: boolean;
	/** Ten minutes old at most: see `core/account/reauthentication.ts`. */
	proven?: boolean;
};
