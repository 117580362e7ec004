// What a person is asked to agree to, with every fact that the decision needs.
import { consentScopes, defaultConsentScopes, type ConsentScope } from '../../contract/consent.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { ConsentFacts } from '../core/rules/consent.ts';
import type { Application, ConsentRequest, Interaction, Services } from './ports.ts';

export type AskedConsent = {
	application: Application;
	request: ConsentRequest;
	facts: ConsentFacts;
	/** Stands for all that the person is shown, in this interaction. */
	version: string;
};

export async function findConsent(services: Services, interaction: Interaction): Promise<Result<AskedConsent>> {
	const { store, oidc } = services;
	const { id, clientId } = interaction;
	const [request, application] = await Promise.all([oidc.consentRequestOf(id), store.applications.find(clientId)]);
	if (!application) return refuse('entity.not_found');
	if (!request) return refuse('session.invalid_interaction_type');

	const { session, scopes } = request;
	const [user, sessionAccountId] = await Promise.all([
		store.users.find(session.accountId),
		oidc.accountOfSession(session.uid)
	]);
	const facts = { user, sessionAccountId, scopes, allowed: allowedScopes(application) };
	return ok({ application, request, facts, version: versionOf(services, id, application, request) });
}

function allowedScopes({ isThirdParty, thirdParty }: Application): readonly ConsentScope[] {
	return isThirdParty ? (thirdParty?.scopes ?? defaultConsentScopes) : consentScopes;
}

function versionOf(
	{ hasher }: Pick<Services, 'hasher'>,
	interactionId: string,
	{ id, name, thirdParty = { scopes: [] } }: Application,
	{ session, scopes, missing, redirectUri }: ConsentRequest
): string {
	const { termsOfUseUrl = '', privacyPolicyUrl = '' } = thirdParty;
	const shown = [id, name, termsOfUseUrl, privacyPolicyUrl, session.accountId, redirectUri];
	return hasher.hmac('consent', interactionId, ...shown, scopes.join(' '), missing.join(' '));
}
