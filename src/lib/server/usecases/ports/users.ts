// Accounts: what use cases need of their store.
import type { PasswordDigest } from '../../../contract/password-digest.ts';
import type { SignInStamp } from '../../core/interaction/effect.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import type { User, UserIdentifier } from '../../core/user.ts';
import type { TokenSession } from './machines.ts';

export type UserChanges = Partial<
	Record<'username' | 'primaryEmail' | 'primaryPhone' | 'name' | 'avatar', string | null> &
		Pick<User, 'profile' | 'customData'>
>;
/** A text is part of any identifier or the name, or a whole id; fields are parts of what they name. */
export type UserSearch = {
	fields: Partial<Record<'id' | 'username' | 'name' | 'primaryEmail' | 'primaryPhone', string>>;
	joint: 'and' | 'or';
};

/** `taken` names what somebody else holds; undefined: the account is not as it was decided on. */
export type Stamped = { ok: true } | { ok: false; taken: UserIdentifier['type'] | undefined };

export type UserStore = {
	find(id: string): Promise<User | undefined>;
	findByIdentifier(identifier: UserIdentifier): Promise<User | undefined>;
	/** With what its password is checked against, which nothing else may see. */
	findWithPassword(
		who: UserIdentifier | { id: string }
	): Promise<{ user: User; digest: PasswordDigest | undefined } | undefined>;
	/** As it is, and stays until the transaction ends that asks: whoever else wants to change the account waits. */
	hold(id: string): Promise<User | undefined>;
	findHolderId(identifier: UserIdentifier): Promise<string | undefined>;
	/** Writes the user and its identifiers; `taken` names the identifier that somebody else holds. */
	insert(
		user: User,
		passwordDigest?: PasswordDigest
	): Promise<{ ok: true } | { ok: false; taken: UserIdentifier['type'] }>;
	/**
	 * Ends every session, grant and token of the account in the same transaction. False, and nothing happens, when the
	 * password was changed after `lastChangedAt` (undefined: when there is one by now). `startOver` names a sign-in that
	 * is as new afterwards, as the next version; false too when it is at another one, and the caller takes all back.
	 */
	resetPassword(
		id: string,
		digest: PasswordDigest,
		when: {
			lastChangedAt: number | undefined;
			at: number;
			/** With the second factors, and what was decided on them. */
			removesFactors?: true;
			startOver?: Pick<Interaction, 'id' | 'version' | 'isShared'>;
			/** Goes on. */
			keep?: TokenSession;
		}
	): Promise<boolean>;
	/** The same password, hashed anew; nothing happens when it was changed meanwhile. */
	rehashPassword(id: string, before: PasswordDigest, after: PasswordDigest): Promise<void>;
	/** Some of the passwords that are kept, as they come: enough to tell what checking one costs. */
	surveyPasswords(): Promise<PasswordDigest[]>;
	/** False when there is no such account, or it has no password. */
	setPasswordExpired(id: string, isExpired: boolean): Promise<boolean>;
	/**
	 * Holds only for an account in good standing whose password is still the one decided on. `keep` names what goes on
	 * where the password is removed, with the second factors. Roll back where it is not `ok`: an identifier may turn out to be taken last.
	 */
	signedIn(
		id: string,
		sign: SignInStamp & {
			applicationId: string;
			at: number;
			keep?: { interactionId: string; sessionUid: string | undefined };
		}
	): Promise<Stamped>;
	/** Remembers the person's first application, unless there was one before. */
	metApplication(id: string, applicationId: string): Promise<void>;
	/** What is named is replaced, null takes away; new contacts are unproven. Roll back where it answers `taken`. */
	update(
		id: string,
		changes: UserChanges,
		at: number
	): Promise<{ ok: true } | { ok: false; taken: UserIdentifier['type'] | undefined }>;
	/** In place of the one of its kind, as proven as it can be. False where somebody else has it: roll back then. */
	takeIdentifier(id: string, identifier: UserIdentifier): Promise<boolean>;
	dropIdentifier(id: string, type: UserIdentifier['type']): Promise<void>;
	/** Their owner has brought a code that was sent to exactly these. */
	prove(id: string, identifiers: UserIdentifier[]): Promise<void>;
	/** How many `list` would find. */
	count(search?: string | UserSearch): Promise<number>;
	/** Newest first. */
	list(page: { search?: string | UserSearch; limit: number; offset: number }): Promise<User[]>;
	setSuspended(id: string, isSuspended: boolean, at: number): Promise<boolean>;
	/** Whether the account may use the console. False when there is no such account. */
	setAdmin(id: string, isAdmin: boolean, at: number): Promise<boolean>;
	/** The first one first. */
	listAdmins(): Promise<User[]>;
	/** The same, for who decides on them: whoever else asks this way waits until the transaction ends. */
	holdAdmins(): Promise<User[]>;
	/** Removes the user with its identifiers, sessions, grants and tokens. */
	remove(id: string): Promise<boolean>;
};
