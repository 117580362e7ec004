// The atlas: every screen in every state that people can meet. Props only; the studio and the tests draw them.
import { continueWith, extraProfile, forgotPassword } from './fixtures/account.ts';
import { chooseAccount } from './fixtures/choose-account.ts';
import { createAccount, oneMoment, signInInstead, verificationCode } from './fixtures/codes.ts';
import { failure } from './fixtures/failures.ts';
import type { ScreenFixtures } from './fixtures/fixture.ts';
import { accountPassword, password, resetPassword, setPassword } from './fixtures/passwords.ts';
import {
	accountApplications,
	accountContact,
	accountData,
	accountFactors,
	accountHome,
	accountPasskey,
	accountPicture,
	accountProfile,
	accountQuestion,
	accountSessions,
	deleteAccount,
	newContact
} from './fixtures/my-account.ts';
import {
	accountConfirm,
	backupCodes,
	chooseFactor,
	factorOffer,
	noSecondStep,
	secondStep,
	setUpApp,
	setUpPasskey,
	signInPasskey
} from './fixtures/second-step.ts';
import { register, signIn, signInRefused } from './fixtures/sign-in.ts';
import { consent, demo, go, handOver, linkFailure, oneTimeToken, signedOut, signOut } from './fixtures/ways-on.ts';

export type { ScreenFixtures } from './fixtures/fixture.ts';

/** By the name in the studio's addresses: `/studio/preview/<screen>/<state>`. */
export const fixtures: Record<string, ScreenFixtures> = {
	'sign-in': { draws: 'SignIn', states: signIn },
	'sign-in-refused': { draws: 'SignIn', states: signInRefused },
	'choose-account': { draws: 'ChooseAccount', states: chooseAccount },
	register: { draws: 'SignIn', states: register },
	'verification-code': { draws: 'VerifyCode', states: verificationCode },
	'one-moment': { draws: 'OneMoment', states: oneMoment },
	password: { draws: 'Password', states: password },
	'create-account': { draws: 'ConfirmStep', states: createAccount },
	'sign-in-instead': { draws: 'ConfirmStep', states: signInInstead },
	'set-password': { draws: 'SetPassword', states: setPassword },
	'forgot-password': { draws: 'AskIdentifier', states: forgotPassword },
	'reset-password': { draws: 'SetPassword', states: resetPassword },
	continue: { draws: 'AskIdentifier', states: continueWith },
	'extra-profile': { draws: 'ExtraProfile', states: extraProfile },
	'second-step': { draws: 'SecondStep', states: secondStep },
	'choose-factor': { draws: 'ChooseFactor', states: chooseFactor },
	'no-second-step': { draws: 'NoSecondStep', states: noSecondStep },
	'factor-offer': { draws: 'FactorOffer', states: factorOffer },
	'set-up-app': { draws: 'SetUpApp', states: setUpApp },
	'sign-in-passkey': { draws: 'SignInPasskey', states: signInPasskey },
	'set-up-passkey': { draws: 'SetUpPasskey', states: setUpPasskey },
	'backup-codes': { draws: 'BackupCodes', states: backupCodes },
	account: { draws: 'AccountHome', states: accountHome },
	'account-profile': { draws: 'AccountProfile', states: accountProfile },
	'account-picture': { draws: 'AccountPicture', states: accountPicture },
	'account-contact': { draws: 'AccountContact', states: accountContact },
	'account-new-contact': { draws: 'AskIdentifier', states: newContact },
	'account-password': { draws: 'SetPassword', states: accountPassword },
	'account-factors': { draws: 'AccountFactors', states: accountFactors },
	'account-passkey': { draws: 'AccountPasskey', states: accountPasskey },
	'account-sessions': { draws: 'AccountSessions', states: accountSessions },
	'account-applications': { draws: 'AccountApplications', states: accountApplications },
	'account-data': { draws: 'AccountData', states: accountData },
	'account-question': { draws: 'AccountQuestion', states: accountQuestion },
	'account-delete': { draws: 'DeleteAccount', states: deleteAccount },
	'account-confirm': { draws: 'SecondStep', states: accountConfirm },
	consent: { draws: 'Consent', states: consent },
	'one-time-token': { draws: 'OneTimeToken', states: oneTimeToken },
	'link-failure': { draws: 'LinkFailure', states: linkFailure },
	go: { draws: 'Go', states: go },
	'hand-over': { draws: 'AutoPost', states: handOver },
	'sign-out': { draws: 'SignOut', states: signOut },
	'signed-out': { draws: 'SignedOut', states: signedOut },
	failure: { draws: 'Failure', states: failure },
	'demo-app': { draws: 'Demo', states: demo }
};

/** The screens that nearly everybody meets, each in the state that most people see. */
export const mainFixtures: [screen: string, state: string][] = [
	['sign-in', 'phone'],
	['sign-in', 'with-password'],
	['verification-code', 'wrong'],
	['password', 'phone'],
	['set-password', 'well-known'],
	['consent', 'usual']
];
