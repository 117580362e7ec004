// How long everything that the provider issues lives, in seconds.
import type { Client, Configuration, KoaContextWithOIDC, RefreshToken, Session } from 'oidc-provider';
import { customMetadataOf } from './clients.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export const interactionSeconds = hour;

/** Sliding: every use moves the end, but never beyond the absolute age. */
const session = { sliding: 14 * day, absolute: 30 * day };
const refreshToken = { slidingDays: 14, absolute: 90 * day };

export const ttl: NonNullable<Configuration['ttl']> = {
	AccessToken: hour,
	AuthorizationCode: minute,
	ClientCredentials: hour,
	Grant: 180 * day,
	IdToken: (_ctx, _token, client) => customMetadataOf(client).idTokenTtl ?? hour,
	Interaction: interactionSeconds,
	RefreshToken: refreshTokenSeconds,
	Session: sessionSeconds
};

function sessionSeconds(_ctx: KoaContextWithOIDC, { accountId, loginTs }: Session): number {
	if (!accountId || loginTs === undefined) return hour;
	return atLeastOne(Math.min(session.sliding, loginTs + session.absolute - seconds()));
}

/** `iiat` is when the first token of the chain was issued. */
function refreshTokenSeconds(_ctx: KoaContextWithOIDC, token: RefreshToken, client: Client): number {
	const days = customMetadataOf(client).refreshTokenTtlInDays ?? refreshToken.slidingDays;
	return atLeastOne(Math.min(days * day, (token.iiat ?? seconds()) + refreshToken.absolute - seconds()));
}

/** The library refuses a lifetime of nothing; what has ended is refused before it gets here. */
function atLeastOne(value: number): number {
	return Math.max(1, value);
}

function seconds(): number {
	return Math.floor(Date.now() / 1000);
}
