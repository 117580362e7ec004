// A proof of who asks: ten minutes old at most, kept in the cookie, asked for before anything that leads into the account.
import { redirect } from '@sveltejs/kit';
import { changeSession, openSession, type AccountEvent } from './session.ts';

/** So near to its end nobody finishes anything with it. */
const spareMs = 30_000;

/** Pages that change what leads into the account are opened with a proof only. */
export async function needProof(event: AccountEvent): Promise<void> {
	const { proof } = await openSession(event);
	if (!proof || proof.expiresAt - spareMs < Date.now()) goProve(event);
}

export function goProve({ url }: Pick<AccountEvent, 'url'>): never {
	redirect(303, `/account/confirm?${new URLSearchParams({ to: url.pathname })}`);
}

/** It was refused in the middle of something: what was typed waits until there is another one. */
export async function proveAgain(event: AccountEvent, values: Record<string, string>): Promise<never> {
	const page = event.url.pathname;
	await changeSession(event, { proof: undefined, typed: { page, values } });
	goProve(event);
}

/** As if it had just been typed. */
export async function typedOn(event: AccountEvent): Promise<{ values: Record<string, string> } | undefined> {
	const { typed } = await openSession(event);
	return typed?.page === event.url.pathname ? { values: typed.values } : undefined;
}
