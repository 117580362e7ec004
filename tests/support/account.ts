// People at their own account, over HTTP: signed in by password, with a token of theirs and the proofs that they give.
import { expect } from 'vitest';
import { accountScopes, verificationHeader } from '../../src/lib/contract/account/access.ts';
import { openBrowser, type Answer, type Browser, type StartSignInOptions, type Tokens } from './api-client.ts';
import { done } from './factors.ts';
import type { Machine } from './management.ts';
import { begin, finish, good, idOf, tryPassword } from './passwords.ts';
import { someEmail, someUsername } from './people.ts';
import type { Foyer } from './server.ts';

export const everyScope = `openid offline_access ${accountScopes.join(' ')}`;

export type Me = {
	id: string;
	username: string;
	email: string;
	tokens: Tokens;
	/** `api('GET', 'my-account')` with the token, and with a proof where one is named. */
	api(method: string, path: string, body?: unknown, proof?: string): Promise<Answer>;
};

type Server = Pick<Foyer, 'origin' | 'inbox'>;
type Person = { id: string; username: string; email: string };

/** An account with a username, a proven address and a password. */
export async function somePerson(machine: Machine, more: object = {}): Promise<Person> {
	const person = { username: someUsername(), email: someEmail() };
	const account = { username: person.username, primaryEmail: person.email, isEmailVerified: true, password: good };
	const { body } = await done(machine.api('POST', 'users', { ...account, ...more }));
	return { ...person, id: (body as { id: string }).id };
}

export async function signInAs(
	foyer: Server,
	person: Person,
	{ scope = everyScope, password = good, ...options }: StartSignInOptions & { scope?: string; password?: string } = {},
	show: (journey: Awaited<ReturnType<typeof begin>>) => Promise<unknown> = async () => undefined
): Promise<Me> {
	const journey = await begin(foyer, 'SignIn', { ...options, parameters: { scope, ...options.parameters } });
	const checked = await tryPassword(journey, { type: 'username', value: person.username }, password);
	await done(journey.api('POST', 'identification', { verificationId: idOf(checked) }), 204);
	await show(journey);
	return { ...person, ...withToken(foyer, await finish(journey)) };
}

export function withToken(foyer: Pick<Foyer, 'origin'>, tokens: Tokens, browser: Browser = openBrowser(foyer.origin)) {
	return {
		tokens,
		api: (method: string, path: string, body?: unknown, proof?: string) =>
			browser.api(method, `/api/${path}`, body, {
				authorization: `Bearer ${tokens.access_token}`,
				...(proof !== undefined && { [verificationHeader]: proof })
			})
	};
}

export async function openAccount(foyer: Server, machine: Machine, more: object = {}): Promise<Me> {
	return signInAs(foyer, await somePerson(machine, more));
}

export const recordOf = ({ body }: Answer) => (body as { verificationRecordId: string }).verificationRecordId;

export async function proveByPassword({ api }: Pick<Me, 'api'>, password = good): Promise<string> {
	return recordOf(await done(api('POST', 'verifications/password', { password }), 201));
}

/** A record that waits for its code, and the code. `to`: an address, or a number in digits. */
export async function askCode(foyer: Server, { api }: Pick<Me, 'api'>, to: string) {
	const isEmail = to.includes('@');
	const identifier = { type: isEmail ? 'email' : 'phone', value: to };
	const after = (await foyer.inbox.messages()).at(-1)?.at ?? 0;
	const asked = await done(api('POST', 'verifications/verification-code', { identifier }), 201);
	const code = await foyer.inbox.codeFor(isEmail ? to : `+${to}`, { after });
	const verificationId = recordOf(asked);
	const bring = (typed = code) =>
		api('POST', 'verifications/verification-code/verify', { identifier, verificationId, code: typed });
	return { verificationId, code, wrong: code === '000000' ? '111111' : '000000', bring };
}

export async function proveByCode(foyer: Server, me: Pick<Me, 'api'>, to: string): Promise<string> {
	const { verificationId, bring } = await askCode(foyer, me, to);
	await done(bring());
	return verificationId;
}

export async function subjectsTo(foyer: Server, email: string): Promise<string[]> {
	return (await foyer.inbox.messages(email)).map(({ subject }) => subject ?? '');
}

export function expectRefused(answer: Answer, status: number, code: string, data?: object): void {
	expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { code, ...(data && { data }) } });
}
