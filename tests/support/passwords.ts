// What people do with passwords, over HTTP: prove who they are, sign up, sign in, recover.
import { expect } from 'vitest';
import {
	startSignIn,
	type Answer,
	type Browser,
	type Identifier,
	type InteractionEvent,
	type SignIn
} from './api-client.ts';
import type { Foyer } from './server.ts';

export type Name = Identifier | { type: 'username'; value: string };
type Server = Pick<Foyer, 'origin' | 'inbox'>;

export const good = 'correct horse battery staple';
export const better = 'a quite different long phrase';

/** For tests in which the sends themselves are not the matter. */
export const manySends = {
	sendPolicy: {
		perIdentifier: [{ count: 100_000, seconds: 60 }],
		perIp: [{ count: 100_000, seconds: 60 }]
	}
};

export const codeOf = ({ body }: Answer) => (body as { code?: string }).code;
export const idOf = ({ body }: Answer) => (body as { verificationId: string }).verificationId;

/** An address that a trusted proxy names: `FOYER_TRUSTED_PROXIES` must hold the loopback addresses. */
export const from = (ip: string) => ({ 'x-forwarded-for': ip });

export async function begin(
	foyer: Server,
	interactionEvent: InteractionEvent,
	options: Parameters<typeof startSignIn>[1] = {}
): Promise<SignIn> {
	const journey = await startSignIn(foyer, options);
	expect((await journey.api('PUT', '', { interactionEvent })).status).toBe(204);
	return journey;
}

export function tryPassword(journey: SignIn, identifier: Name, password: string, headers = {}): Promise<Answer> {
	return journey.api('POST', 'verification/password', { identifier, password }, headers);
}

export async function sendCode(foyer: Server, journey: SignIn, to: Identifier, event: InteractionEvent) {
	const after = (await foyer.inbox.messages()).at(-1)?.at ?? 0;
	const sent = await journey.sendCode(to, event);
	expect(sent.status).toBe(200);
	const code = await foyer.inbox.codeFor(to.type === 'phone' ? `+${to.value}` : to.value, { after });
	return { verificationId: idOf(sent), code, wrong: code === '000000' ? '111111' : '000000' };
}

/** A proven code of the interaction, as an id to identify with. */
export async function prove(foyer: Server, journey: SignIn, to: Identifier, event: InteractionEvent): Promise<string> {
	const { verificationId, code } = await sendCode(foyer, journey, to, event);
	expect((await journey.checkCode(to, verificationId, code)).status).toBe(200);
	return verificationId;
}

/** Everything that is named is what the account gets; contacts are proven on the way. */
export async function signUp(foyer: Server, names: Name[], password: string | undefined = good): Promise<SignIn> {
	const journey = await begin(foyer, 'Register');
	const give = async (item: object) => expect((await journey.api('POST', 'profile', item)).status).toBe(204);
	for (const name of names) {
		if (name.type === 'username') await give(name);
		else await give({ type: name.type, verificationId: await prove(foyer, journey, name, 'Register') });
	}
	if (password) await give({ type: 'password', value: password });
	expect((await journey.api('POST', 'identification', {})).status).toBe(201);
	await finish(journey);
	return journey;
}

export async function finish(journey: SignIn, body?: { agreesToTerms: boolean }) {
	const submitted = await journey.api('POST', 'submit', body);
	expect(submitted.status).toBe(200);
	const callback = await journey.finish((submitted.body as { redirectTo: string }).redirectTo);
	return (await journey.exchange(callback)).body;
}

/** An interaction that has identified its owner by password and needs its submit only. */
export async function openSignIn(foyer: Server, name: Name, password = good): Promise<SignIn> {
	const journey = await begin(foyer, 'SignIn');
	const checked = await tryPassword(journey, name, password);
	expect(checked.status).toBe(200);
	expect((await journey.api('POST', 'identification', { verificationId: idOf(checked) })).status).toBe(204);
	return journey;
}

/** A recovery that has a new password and needs its submit only. */
export async function openRecovery(foyer: Server, to: Identifier, password = better): Promise<SignIn> {
	const journey = await begin(foyer, 'ForgotPassword');
	const verificationId = await prove(foyer, journey, to, 'ForgotPassword');
	expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(204);
	expect((await journey.api('PUT', 'profile/password', { password })).status).toBe(204);
	return journey;
}

/** What the provider says of a browser whom it may not ask anything: `undefined` while it is signed in. */
export async function askSilently(browser: Browser): Promise<string | undefined> {
	const query = new URLSearchParams({
		client_id: 'demo-app',
		redirect_uri: `${browser.origin}/demo-app/callback`,
		response_type: 'code',
		scope: 'openid',
		prompt: 'none',
		code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
		code_challenge_method: 'S256'
	});
	const { headers } = await browser.request(`/oidc/auth?${query}`);
	const { searchParams } = new URL(headers.get('location') ?? '', browser.origin);
	if (searchParams.has('code')) return undefined;
	return searchParams.get('error') ?? 'neither a code nor an error';
}

/** Whether tokens still open anything. */
export async function useTokens(origin: string, tokens: { access_token: string; refresh_token?: string }) {
	const headers = { authorization: `Bearer ${tokens.access_token}` };
	const refreshing = new URLSearchParams({
		grant_type: 'refresh_token',
		refresh_token: tokens.refresh_token ?? '',
		client_id: 'demo-app'
	});
	const [userinfo, refreshed] = await Promise.all([
		fetch(`${origin}/oidc/me`, { headers }),
		fetch(`${origin}/oidc/token`, { method: 'POST', body: refreshing })
	]);
	const { error, ...renewed } = (await refreshed.json()) as {
		error?: string;
		access_token: string;
		refresh_token: string;
	};
	return { userinfo: userinfo.status, refresh: error ?? 'renewed', renewed };
}
