// Tokens that administrators hand out: what use cases need of their store.
import type { Page } from '../../../contract/page.ts';
import type { InteractionEvent } from '../../../contract/schemas.ts';

export type OneTimeTokenStatus = 'active' | 'consumed' | 'revoked' | 'expired';
export type OneTimeTokenRefusal =
	| 'token_not_found'
	| 'email_mismatch'
	| 'token_expired'
	| 'token_consumed'
	| 'token_revoked'
	| 'interaction_event_mismatch';
export type OneTimeToken = {
	id: string;
	/** Canonical. */
	email: string;
	/** Where set, the token is good for this journey only. */
	interactionEvent?: InteractionEvent;
	createdAt: number;
	expiresAt: number;
	consumedAt?: number;
	revokedAt?: number;
};
type OneTimeTokenOutcome = { ok: true; token: OneTimeToken } | { ok: false; outcome: OneTimeTokenRefusal };
export type OneTimeTokenStore = {
	/** `digest` is what is kept of the token: see `oneTimeTokenDigest`. */
	insert(token: OneTimeToken & { digest: string }): Promise<void>;
	find(id: string): Promise<OneTimeToken | undefined>;
	/** Newest first. */
	list(query: {
		email?: string;
		status?: OneTimeTokenStatus;
		at: number;
		limit: number;
		offset: number;
	}): Promise<Page<OneTimeToken>>;
	/**
	 * One conditional `UPDATE … RETURNING` uses the token up; of any number that try, one does.
	 * With `event` a token that belongs to another journey is refused, and stays good.
	 */
	consume(token: { digest: string; email: string; event?: InteractionEvent; at: number }): Promise<OneTimeTokenOutcome>;
	/** Closes one that is still active. */
	close(id: string, status: 'consumed' | 'revoked', at: number): Promise<OneTimeTokenOutcome>;
	remove(id: string): Promise<boolean>;
};
