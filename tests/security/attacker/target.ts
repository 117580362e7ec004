// What is attacked: Foyer as an attacker reaches it, whether over HTTP or through its use cases.
import type { InteractionEvent } from '../../../src/lib/contract/schemas.ts';
import type { SoftPasskey } from '../../support/soft-passkey.ts';

export type Kind = 'phone' | 'email';
export type Contact = { type: Kind; value: string };
export type Name = { type: 'username'; value: string };

export type Reply = {
	ok: boolean;
	/** The problem's code; undefined on success. */
	code?: string;
	verificationId?: string;
	/** After a submit that finished: who is signed in now. */
	signedInAs?: string;
};

/** What the browser's WebAuthn brings back. */
export type PasskeyAnswer = ReturnType<SoftPasskey['assert']> | ReturnType<SoftPasskey['register']>;

/** One interaction in one browser. */
export type Door = {
	/** The same for all doors that were opened in it. */
	browser: object;
	start(event: InteractionEvent): Promise<Reply>;
	changeEvent(event: InteractionEvent): Promise<Reply>;
	sendCode(to: Contact): Promise<Reply>;
	checkCode(to: Contact, verificationId: string, code: string): Promise<Reply>;
	/** The token of a link that an administrator had sent. */
	checkToken(email: string, token: string): Promise<Reply>;
	checkPassword(identifier: Contact | Name, password: string): Promise<Reply>;
	offerIdentity(username: string, password: string): Promise<Reply>;
	identify(verificationId?: string): Promise<Reply>;
	addUsername(value: string): Promise<Reply>;
	addPassword(value: string): Promise<Reply>;
	addContact(type: Kind, verificationId: string): Promise<Reply>;
	choosePassword(password: string): Promise<Reply>;
	/** A new key for an app, confirmed and bound; `secret` is what the app keeps. */
	setUpApp(codeOf: (secret: string) => string): Promise<Reply & { secret?: string }>;
	/** New codes, bound. */
	makeBackupCodes(): Promise<Reply & { codes?: string[] }>;
	showApp(code: string): Promise<Reply>;
	showBackupCode(code: string): Promise<Reply>;
	sendFactorCode(): Promise<Reply>;
	checkFactorCode(verificationId: string, code: string): Promise<Reply>;
	/** What a passkey answers to a registration, bound. */
	addPasskey(answer: (challenge: string) => PasskeyAnswer): Promise<Reply>;
	askPasskey(): Promise<Reply & { challenge?: string }>;
	showPasskey(verificationId: string, payload: PasskeyAnswer): Promise<Reply>;
	/** As the only proof. */
	askSignInPasskey(): Promise<Reply & { challenge?: string }>;
	showSignInPasskey(payload: PasskeyAnswer): Promise<Reply>;
	/** Yes or no to the offer of a second step. */
	/** No second factor in this browser for a while. */
	trustDevice(): Promise<Reply>;
	chooseFactors(choice: 'enabled' | 'skipped'): Promise<Reply>;
	submit(): Promise<Reply>;
	/** The account that the interaction speaks of. */
	identified(): Promise<string | undefined>;
};

export type Account = {
	id: string;
	phone?: string;
	email?: string;
	username?: string;
	password?: string;
};

export type Target = {
	/** Where passkeys believe to be. */
	origin: string;
	/** In the browser of another door, where the target can keep one; else in a new one. */
	open(before?: Door): Promise<Door>;
	/** The newest code that was sent to somebody; undefined when none was. */
	codeSentTo(to: Contact): Promise<string | undefined>;
	/** What an authenticator app shows at the target's time. */
	appCode(secret: string): string;
	/** A link for an address, for one journey or for none in particular. */
	mintToken(email: string, event?: InteractionEvent): Promise<string>;
	createAccount(account: Omit<Account, 'id'>): Promise<string>;
	findAccount(id: string): Promise<Account | undefined>;
	suspend(id: string, isSuspended: boolean): Promise<void>;
	useSettings(settings: Record<string, unknown>): Promise<void>;
	advance(ms: number): Promise<void>;
	close(): Promise<void>;
};
