// What use cases ask of the provider.
import type { ConsentScope } from '../../../contract/consent.ts';

export type OidcPort = {
	/** `<origin>/oidc/auth/<uid>`: where a finished interaction goes on. */
	resumeUrl(interactionId: string): string;
	/** Account that a provider session is signed in as now; undefined when the session is gone. */
	accountOfSession(sessionUid: string): Promise<string | undefined>;
	/** Who is signed in where the interaction was opened; undefined when nobody is. */
	openedBy(interactionId: string): Promise<OpenedBy | undefined>;
	/** What the provider wants the person asked; undefined when it does not ask for consent in this interaction. */
	consentRequestOf(interactionId: string): Promise<ConsentRequest | undefined>;
};

export type OpenedBy = {
	/** The provider session and its account, then. */
	session: { uid: string; accountId: string };
	/** Whether the application takes this sign-in as it is: a fresh one was not asked for. */
	isEnough: boolean;
};

export type ConsentRequest = {
	/** The provider session in which the request was made, and its account at that time. */
	session: { uid: string; accountId: string };
	/** Everything that is asked for, and what of it was not granted before. */
	scopes: ConsentScope[];
	missing: ConsentScope[];
	redirectUri: string;
};
