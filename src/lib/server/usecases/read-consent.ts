// GET /api/interaction/consent: who asks for what, and whose it is.
import type { ConsentAnswer } from '../../contract/consent.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import { whyNotConsent } from '../core/rules/consent.ts';
import { isClosedTo } from './closed-to.ts';
import { findConsent } from './find-consent.ts';
import type { Caller, Services, User } from './ports.ts';
import { findOpen } from './recall.ts';

/** Asked for by every application, and nothing that a person could keep to themselves. */
const unlisted = ['openid', 'offline_access'];

export async function readConsent(services: Services, caller: Caller): Promise<Result<ConsentAnswer>> {
	const open = await findOpen(services, caller);
	if (!open.ok) return open;
	if (isClosedTo(open.value, await services.settings())) return refuse('server.maintenance');
	if (open.value.finished) return refuse('session.not_found');
	const asked = await findConsent(services, open.value);
	if (!asked.ok) return asked;

	const { application, request, facts, version } = asked.value;
	const refusal = whyNotConsent(facts);
	if (refusal || !facts.user) return refuse(refusal ?? 'session.not_found');
	const { id, name, thirdParty } = application;
	return ok({
		application: {
			id,
			name,
			privacyPolicyUrl: thirdParty?.privacyPolicyUrl,
			termsOfUseUrl: thirdParty?.termsOfUseUrl
		},
		user: toPublic(facts.user),
		missingOIDCScope: request.missing.filter((scope) => !unlisted.includes(scope)),
		redirectUri: request.redirectUri,
		scopes: request.scopes,
		version
	});
}

function toPublic({ id, name, avatar, username, primaryEmail, primaryPhone }: User): ConsentAnswer['user'] {
	return {
		id,
		name: name ?? null,
		avatar: avatar ?? null,
		username: username ?? null,
		primaryEmail: primaryEmail ?? null,
		primaryPhone: primaryPhone ?? null
	};
}
