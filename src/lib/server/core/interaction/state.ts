// What is known about one sign-in attempt. Plain data: the core decides on it, the store keeps it.
import type { CodeIdentifier, InteractionEvent } from '../../../contract/schemas.ts';

export type CodeVerification = {
	id: string;
	type: 'EmailVerificationCode' | 'PhoneVerificationCode';
	identifier: CodeIdentifier;
	templateType: TemplateType;
	verified: boolean;
	/** Epoch milliseconds. */
	sentAt: number;
	expiresAt: number;
	/** False when the code was withheld on purpose (unknown recipient of a closed flow): it can never match. */
	delivered: boolean;
};

/** Usage types of message templates, as Logto names them. */
export type TemplateType = 'SignIn' | 'Register' | 'ForgotPassword' | 'Generic';

export type Interaction = {
	/** The provider's interaction uid. */
	id: string;
	clientId: string;
	/** Raised by every successful replace; the compare-and-swap key. */
	version: number;
	/** The provider session that it was opened in, where somebody was signed in already. */
	session?: { uid: string; accountId?: string };
	event?: InteractionEvent;
	/** Set by identification of an existing account. */
	userId?: string;
	/** Set by Register identification: the account that submit will write. Reserves nothing. */
	newUser?: { id: string; primaryEmail?: string; primaryPhone?: string };
	verifications: CodeVerification[];
	/** Set once by submit. */
	finished?: { at: number; userId: string; redirectTo: string };
	/** Epoch milliseconds. */
	expiresAt: number;
};

/** A finished interaction answers its `redirectTo` again for this long (double clicks, second tabs). */
export const finishedAnswerMs = 2 * 60 * 1000;
