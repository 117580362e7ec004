// One-time tokens as administrators see them: made, looked at, tried, closed, removed.
import { parseEmail } from '../../contract/identifier.ts';
import type { OneTimeTokenAnswer } from '../../contract/one-time-tokens.ts';
import { toLimits, type Page, type PageQuery } from '../../contract/page.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { InteractionEvent } from '../../contract/schemas.ts';
import type { Hasher, MachineCaller, OneTimeToken, OneTimeTokenStatus, Services } from './ports.ts';
import { recordChange } from './record-change.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'hasher'>;

/** What is stored of a token. */
export function oneTimeTokenDigest(hasher: Hasher, token: string): string {
	return hasher.hmac('one-time-token', token);
}

/** The answer is the only place where the token itself is ever seen. */
export async function createOneTimeToken(
	{ store, clock, ids, hasher }: Needs,
	caller: MachineCaller,
	wanted: { email: string; expiresIn: number; context: { interactionEvent?: InteractionEvent } }
): Promise<Result<OneTimeTokenAnswer & { token: string }>> {
	const email = parseEmail(wanted.email);
	if (!email.ok) return email;
	const token = ids.token();
	const createdAt = clock.now();
	const made: OneTimeToken = {
		id: ids.id(),
		email: email.value,
		interactionEvent: wanted.context.interactionEvent,
		createdAt,
		expiresAt: createdAt + wanted.expiresIn * 1000
	};
	await store.transaction(async (scope) => {
		await scope.oneTimeTokens.insert({ ...made, digest: oneTimeTokenDigest(hasher, token) });
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.OneTimeToken.Create');
	});
	return ok({ ...show(made, createdAt), token });
}

export async function listOneTimeTokens(
	{ store, clock }: Needs,
	query: PageQuery & { email?: string; status?: OneTimeTokenStatus }
): Promise<Result<Page<OneTimeTokenAnswer>>> {
	const email = query.email === undefined ? ok(undefined) : parseEmail(query.email);
	if (!email.ok) return email;
	const at = clock.now();
	const { items, total } = await store.oneTimeTokens.list({
		email: email.value,
		status: query.status,
		at,
		...toLimits(query)
	});
	return ok({ items: items.map((token) => show(token, at)), total });
}

export async function readOneTimeToken({ store, clock }: Needs, id: string): Promise<Result<OneTimeTokenAnswer>> {
	const token = await store.oneTimeTokens.find(id);
	return token ? ok(show(token, clock.now())) : unknown(id);
}

/** For an application that does the rest itself: uses the token up. */
export async function verifyOneTimeToken(
	{ store, clock, hasher }: Needs,
	caller: MachineCaller,
	{ email: typed, token }: { email: string; token: string }
): Promise<Result<OneTimeTokenAnswer>> {
	const email = parseEmail(typed);
	if (!email.ok) return email;
	const at = clock.now();
	const digest = oneTimeTokenDigest(hasher, token);
	return store.transaction(async (scope) => {
		const used = await scope.oneTimeTokens.consume({ digest, email: email.value, at });
		if (!used.ok) return refuse(`one_time_token.${used.outcome}`);
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.OneTimeToken.Verify');
		return ok(show(used.token, at));
	});
}

export async function closeOneTimeToken(
	{ store, clock }: Needs,
	caller: MachineCaller,
	id: string,
	status: 'consumed' | 'revoked'
): Promise<Result<OneTimeTokenAnswer>> {
	const at = clock.now();
	return store.transaction(async (scope) => {
		const closed = await scope.oneTimeTokens.close(id, status, at);
		if (!closed.ok)
			return closed.outcome === 'token_not_found' ? unknown(id) : refuse(`one_time_token.${closed.outcome}`);
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.OneTimeToken.Update');
		return ok(show(closed.token, at));
	});
}

export async function removeOneTimeToken(
	{ store, clock }: Needs,
	caller: MachineCaller,
	id: string
): Promise<Result<undefined>> {
	return store.transaction(async (scope) => {
		if (!(await scope.oneTimeTokens.remove(id))) return unknown(id);
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.OneTimeToken.Delete');
		return ok();
	});
}

function show(token: OneTimeToken, at: number): OneTimeTokenAnswer {
	const { id, email, interactionEvent, createdAt, expiresAt } = token;
	return { id, email, status: statusOf(token, at), context: { interactionEvent }, createdAt, expiresAt };
}

function statusOf({ consumedAt, revokedAt, expiresAt }: OneTimeToken, at: number): OneTimeTokenStatus {
	if (consumedAt !== undefined) return 'consumed';
	if (revokedAt !== undefined) return 'revoked';
	return expiresAt > at ? 'active' : 'expired';
}

function unknown(id: string) {
	return refuse('entity.not_exists_with_id', { data: { id } });
}
