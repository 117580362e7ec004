// `foyer/testing`: what a tester of an application needs to drive Foyer. `foyer/testing/playwright` adds a browser to it.
export { startFoyer, type Foyer, type StartOptions } from './start-foyer.ts';
export type { NewApplication, TestApplication } from './create-application.ts';
export { openInbox, type Inbox, type ReceivedMessage } from './inbox.ts';
export { claimNamespace, type Namespace } from './namespace.ts';
export { openBrowser, type Answer, type Browser } from './http-browser.ts';
export { demoApplication, startSignIn, type Application, type SignIn, type Tokens } from './start-sign-in.ts';
export { signIn, signInWithCode, signUp, type SignedIn, type Who } from './sign-in.ts';
export type { Ran } from './run-foyer.ts';
