// A proof of who asks: ten minutes old at most, kept in the cookie, asked for before anything that leads into the account.
import { redirect } from '@sveltejs/kit';
import { changeSession, openSession, type AccountEvent } from './session.ts';

/** So near to its end nobody finishes anything with it. */
const spareMs = 30_000;

/** Pages that change what leads into the account are opened with a proof only. `to`: where it leads. */
export async function needProof(event: AccountEvent, to = event.url.pathname): Promise<void> {
	const { proof } = await openSession(event);
	if (!proof || proof.expiresAt - spareMs < Date.now()) goProve(to);
}

function goProve(to: string): never {
	redirect(303, `/account/confirm?${new URLSearchParams({ to })}`);
}

/** What was shown by a factor that is gone shows nothing any more. */
export async function endProof(event: AccountEvent): Promise<void> {
	await changeSession(event, { proof: undefined });
}

/** The one that was there has been refused. */
export async function renewProof(event: AccountEvent, to: string): Promise<never> {
	await endProof(event);
	goProve(to);
}

/** It was refused in the middle of something: what was typed waits until there is another one. */
export async function proveAgain(event: AccountEvent, values: Record<string, string>): Promise<never> {
	const page = event.url.pathname;
	await keepTyped(event, page, values);
	return renewProof(event, page);
}

/** Whoever has not come back by then finds what the account says. */
const typedMs = 600_000;

export function keepTyped(event: AccountEvent, page: string, values: Record<string, string>): Promise<void> {
	return changeSession(event, { typed: { page, values, until: Date.now() + typedMs } });
}

/** As if it had just been typed: once, for a page that is opened later shows what is kept. */
export async function takeTyped(event: AccountEvent): Promise<{ values: Record<string, string> } | undefined> {
	const { typed } = await openSession(event);
	if (typed?.page !== event.url.pathname) return undefined;
	await changeSession(event, { typed: undefined });
	return typed.until > Date.now() ? { values: typed.values } : undefined;
}
