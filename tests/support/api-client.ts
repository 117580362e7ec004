// A person with a browser, as HTTP only: that of `foyer/testing`, with every answer held against the API's own document.
import { openBrowser as open, type Browser } from '../../src/testing/http-browser.ts';
import { signInWithCode as signIn, type SignedIn, type Who } from '../../src/testing/sign-in.ts';
import { startSignIn as start, type SignIn, type StartSignInOptions } from '../../src/testing/start-sign-in.ts';
import { checkAnswer } from './api-document.ts';
import type { Foyer } from './server.ts';

export type { Answer, Browser } from '../../src/testing/http-browser.ts';
export type { SignedIn } from '../../src/testing/sign-in.ts';
export {
	demoApplication,
	type Application,
	type Identifier,
	type InteractionEvent,
	type SignIn,
	type StartSignInOptions,
	type Tokens
} from '../../src/testing/start-sign-in.ts';

export function openBrowser(origin: string): Browser {
	return open(origin, { onAnswer: checkAnswer });
}

/** An application sends its user here; `parameters` go into the authorization request. */
export function startSignIn(foyer: Pick<Foyer, 'origin'>, options: StartSignInOptions = {}): Promise<SignIn> {
	return start(foyer, { ...options, browser: options.browser ?? openBrowser(foyer.origin) });
}

/** The whole way, with a code; somebody unknown is signed up. */
export function signInWithCode(
	foyer: Pick<Foyer, 'origin' | 'inbox'>,
	who: Who,
	options: StartSignInOptions = {}
): Promise<SignedIn> {
	return signIn(foyer, who, { ...options, browser: options.browser ?? openBrowser(foyer.origin) });
}
