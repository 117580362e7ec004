// The provider's storage: its records, our applications as clients, our interaction row as its interaction.
import { Provider, errors, type Adapter, type AdapterFactory, type AdapterPayload } from 'oidc-provider';
import type { Clock, OidcPayload, OidcRecord, OidcStore, Store } from '../usecases/ports.ts';
import { toClientMetadata } from './clients.ts';
import { builtInClient } from './built-in-clients.ts';
import type { Saves } from './saves.ts';
import { interactionSeconds } from './ttls.ts';

/** Two tabs that refresh with the same token both get an answer; a later reuse revokes the grant. */
const reuseGraceMs = 3000;

export function createAdapterFactory(
	store: Pick<Store, 'oidc' | 'applications'>,
	clock: Clock,
	saves: Saves,
	origin: string
): AdapterFactory {
	return (model) => {
		const records = recordAdapter(store.oidc, model, saves);
		if (model === 'Client') return { ...records, find: (id) => findClient(store, id, origin) };
		if (model === 'Interaction') return { ...records, ...interactionAdapter(store.oidc, clock) };
		return records;
	};
}

async function findClient(
	store: Pick<Store, 'applications'>,
	id: string,
	origin: string
): Promise<AdapterPayload | undefined> {
	const own = builtInClient(id, origin);
	if (own) return own;
	const application = await store.applications.find(id);
	return application && toClientMetadata(application);
}

/** Our interactions end by application time; the provider's own `exp` inside the payload stays in real time. */
function interactionAdapter(oidc: OidcStore, clock: Clock): Pick<Adapter, 'upsert' | 'find' | 'destroy'> {
	return {
		upsert: (id, payload, expiresIn) =>
			oidc.upsertInteraction(
				id,
				String(payload.params?.client_id),
				withoutSecrets(payload),
				clock.now() + (expiresIn ?? interactionSeconds) * 1000
			),
		// Whoever comes back with it is done with it: found and closed at once. A browser holds the cookie that resumes it
		// until the answer arrives; trying again gets a code of its own.
		find: (id) => (isResuming() ? oidc.closeInteraction(id, clock.now()) : oidc.findInteraction(id, clock.now())),
		destroy: async (id) => {
			if (!isResuming()) await oidc.closeInteraction(id, clock.now());
		}
	};
}

function isResuming(): boolean {
	return Provider.ctx?.oidc?.route === 'resume';
}

/** The page has it in its address by then, and resuming does not need it: a link that is still good is not kept. */
function withoutSecrets(payload: AdapterPayload): OidcPayload {
	const { one_time_token: _token, ...params } = payload.params ?? {};
	return { ...payload, params };
}

function recordAdapter(oidc: OidcStore, model: string, { save, find, consume, flush }: Saves): Adapter {
	/** Whatever is not a save comes after the saves before it. */
	const afterSaves = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
		await flush();
		return ask();
	};
	return {
		upsert: (id, payload, expiresIn) =>
			save({
				model,
				id,
				payload: model === 'Session' ? { ...payload, ...placeOfUse() } : { ...payload },
				expiresAt: expiresIn === undefined ? undefined : Date.now() + expiresIn * 1000
			}),
		find: async (id) => toPayload(model, await find(model, id)),
		findByUid: (uid) => afterSaves(async () => toPayload(model, await oidc.findByUid(uid))),
		findByUserCode: (userCode) => afterSaves(async () => toPayload(model, await oidc.findByUserCode(userCode))),
		async consume(id) {
			const isLater = model === 'AuthorizationCode' && consume(model, id, (payload) => refuseReuse(oidc, payload));
			if (!isLater) await afterSaves(() => consumeNow(oidc, model, id));
		},
		destroy: (id) => afterSaves(() => oidc.remove(model, id)),
		revokeByGrantId: (grantId) => afterSaves(() => oidc.removeByGrant(grantId))
	};
}

/** For its owner, who is to recognise it. The library drops members that it does not know whenever it saves a session. */
function placeOfUse() {
	return { usedAt: Date.now(), userAgent: Provider.ctx?.get('user-agent').slice(0, 256) };
}

function toPayload(model: string, record: OidcRecord | undefined): AdapterPayload | undefined {
	if (!record) return undefined;
	const { payload, consumedAt } = record;
	if (consumedAt === undefined) return payload;
	if (model === 'RefreshToken' && Date.now() - consumedAt < reuseGraceMs) return payload;
	return { ...payload, consumed: Math.floor(consumedAt / 1000) };
}

/** The library looks first and consumes later. Two requests can pass the look; only one of them consumes. */
async function consumeNow(oidc: OidcStore, model: string, id: string): Promise<void> {
	if (await oidc.consume(model, id, Date.now())) return;
	if (model === 'PushedAuthorizationRequest') throw new errors.InvalidRequestUri('request_uri was already used');
	if (model === 'AuthorizationCode') await refuseReuse(oidc, (await oidc.find(model, id))?.payload);
}

/** RFC 6749 §4.1.2: whatever was issued for a code that comes twice ends. */
async function refuseReuse(oidc: OidcStore, { grantId }: OidcPayload = {}): Promise<never> {
	if (typeof grantId === 'string') await Promise.all([oidc.removeByGrant(grantId), oidc.remove('Grant', grantId)]);
	throw new errors.InvalidGrant('authorization code already consumed');
}
