// The whole way of a person who signs in or up with a code, through the interaction API: no browser, no waiting.
import type { Answer } from './http-browser.ts';
import type { Foyer } from './start-foyer.ts';
import { startSignIn, type Identifier, type SignIn, type StartSignInOptions, type Tokens } from './start-sign-in.ts';

/** A number in E.164, or a mail address. */
export type Who = { phone: string } | { email: string };

export type SignedIn = { tokens: Tokens; callback: URL; isNewUser: boolean; browser: SignIn };

/** The whole way, with a code; somebody unknown is signed up. */
export async function signInWithCode(
	foyer: Pick<Foyer, 'origin' | 'inbox'>,
	who: Who,
	options: StartSignInOptions = {}
): Promise<SignedIn> {
	const identifier: Identifier =
		'phone' in who ? { type: 'phone', value: who.phone.replace(/\D/g, '') } : { type: 'email', value: who.email };
	const journey = await startSignIn(foyer, options);
	const must = (answer: Answer, ...statuses: number[]) => {
		if (statuses.includes(answer.status)) return answer;
		throw new Error(`expected ${statuses.join(' or ')}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
	};
	must(await journey.api('PUT', '', { interactionEvent: 'SignIn' }), 204);
	const to = identifier.type === 'phone' ? `+${identifier.value}` : identifier.value;
	const after = (await foyer.inbox.messages(to)).at(-1)?.at ?? 0;
	const sent = must(await journey.sendCode(identifier), 200);
	const { verificationId } = sent.body as { verificationId: string };
	const code = await foyer.inbox.codeFor(to, { after });
	must(await journey.checkCode(identifier, verificationId, code), 200);
	const identified = must(await journey.api('POST', 'identification', { verificationId }), 204, 404);
	const isNewUser = identified.status === 404;
	if (isNewUser) {
		must(await journey.api('PUT', 'interaction-event', { interactionEvent: 'Register' }), 204);
		must(await journey.api('POST', 'identification', { verificationId }), 201);
	}
	const submitted = must(await journey.api('POST', 'submit'), 200);
	const callback = await journey.finish((submitted.body as { redirectTo: string }).redirectTo);
	const exchanged = await journey.exchange(callback);
	if (exchanged.status !== 200) throw new Error(`no tokens: ${JSON.stringify(exchanged.body)}`);
	return { tokens: exchanged.body, callback, isNewUser, browser: journey };
}

/** Rejects when the number or address has an account already. */
export async function signUp(...args: Parameters<typeof signInWithCode>): Promise<SignedIn> {
	const signedIn = await signInWithCode(...args);
	if (!signedIn.isNewUser) throw new Error('signUp: this account was there already');
	return signedIn;
}

/** Rejects when there is no account with the number or address; one has been made then. */
export async function signIn(...args: Parameters<typeof signInWithCode>): Promise<SignedIn> {
	const signedIn = await signInWithCode(...args);
	if (signedIn.isNewUser) throw new Error('signIn: there was no such account');
	return signedIn;
}
