// What the screens of second factors and passkeys are given.
import type { FactorType } from '../../contract/factors.ts';
import type { Support } from '../ui/contact.ts';
import type { AccountRow, FormState, IdentifierKind } from './props.ts';

/** Posts `code` (and `verificationId` of a sent one) to `actions.verify`; to `actions.send` nothing, or `again`. */
export type SecondStepProps = {
	/** A password on the account page alone: posted as `password`. */
	factor: FactorType | 'Password';
	/** Where codes go, masked; with a password, whose it is. */
	shown?: string;
	/** A code by message that is on its way. Epoch milliseconds. */
	sent?: { verificationId: string; now: number; expiresAt: number; resendAt: number; originBound?: boolean };
	/** A code was just sent again: say so once. */
	resent?: boolean;
	/** Another way was being used and is not offered any more: say so once. */
	gone?: boolean;
	/** Offers to ask for no second step in this browser for a while: posts `trust`. */
	canTrust?: boolean;
	form?: FormState | null;
	support?: Support;
	actions: { verify?: string; send?: string };
	/** `another`: only where the account has more than one. */
	links: { another?: string };
	/** Where script asks for a passkey's options, if not of the interaction. */
	options?: string;
};

/** Links to what the account has, or forms that begin to set up what it lacks; `decline` where that is allowed. */
export type ChooseFactorProps = {
	purpose: 'show' | 'set-up';
	factors: { type: FactorType | 'Password'; href?: string; action?: string }[];
	/** One of them was being used and is not offered any more: say so once. */
	gone?: boolean;
	/** There is none, and one is wanted. */
	isStuck?: boolean;
	form?: FormState | null;
	support?: Support;
	decline?: string;
};

/** Posts nothing, to the same address. */
export type NoSecondStepProps = { form?: FormState | null };

/** Posts nothing to either action. */
export type FactorOfferProps = { form?: FormState | null; actions: { take: string; decline: string } };

/** Posts `code` with `verificationId`, or where there is none with `secret` and `qrCode`, to the same address. */
export type SetUpAppProps = {
	verificationId?: string;
	/** Base32. */
	secret: string;
	/** `data:image/svg+xml;base64,…` */
	qrCode: string;
	form?: FormState | null;
	links: { another?: string };
};

/** Posts `verificationId` and `payload`, both written by script, to the same address. */
export type SetUpPasskeyProps = {
	form?: FormState | null;
	links: { another?: string };
	/** Where script asks for the options, if not of the interaction. */
	options?: string;
};

/**
 * Posts `payload`, written by script, to the same address. `instead`: how a remembered account goes on without one,
 * by posting `account` and `instead` there.
 */
export type SignInPasskeyProps = SetUpPasskeyProps & {
	account?: AccountRow & {
		kind: 'username' | IdentifierKind;
		instead?: { by: 'code' | 'password' | 'passkey'; action: string };
	};
};

/** Posts nothing to `actions.make`, `verificationId` to `actions.keep`; where there is none, the `codes` themselves. */
export type BackupCodesProps = {
	made?: { verificationId?: string; codes: string[] };
	form?: FormState | null;
	actions: { make: string; keep: string };
};
