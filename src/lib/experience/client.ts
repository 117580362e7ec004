// The interaction API as the pages call it: one method an endpoint, every refusal a value.
import { accountsAnswer } from '../contract/accounts.ts';
import { consentAnswer, consentedAnswer } from '../contract/consent.ts';
import { totpSecretAnswer } from '../contract/factors.ts';
import type { PasswordIssue } from '../contract/password-policy.ts';
import { isProblemCode, type Problem } from '../contract/problems.ts';
import { ok, refuse, type Result } from '../contract/result.ts';
import {
	interactionAnswer,
	submitAnswer,
	verificationIdAnswer,
	type CodeIdentifier,
	type Identifier,
	type InteractionEvent,
	type ProfileItem
} from '../contract/schemas.ts';
import type { PublicSettings } from '../contract/settings.ts';
import { factorWriter } from './factor-client.ts';
import { parsed } from './parsed.ts';

export type Fetch = typeof globalThis.fetch;

/** Which of the browser's interactions is meant; the signed cookies prove it. */
export type Hint = { appId?: string; uid?: string };

export type Writer = ReturnType<typeof writer>;

/** For loads: nothing here changes anything. */
export function reader(fetch: Fetch, hint: Hint = {}) {
	const get = async (path: string) => call(fetch, hint, 'GET', path);
	return {
		interaction: async () => parsed(await get('/api/experience/interaction'), interactionAnswer),
		/** The authenticator key that is being set up. */
		totpKey: async () => parsed(await get('/api/experience/verification/totp/secret'), totpSecretAnswer),
		/** Whom this browser can go on as, masked. */
		accounts: async () => parsed(await get('/api/experience/accounts'), accountsAnswer),
		consent: async () => parsed(await get('/api/interaction/consent'), consentAnswer),
		/** Not validated again: the engine answers what it has validated itself. */
		settings: async () => (await get(settingsPath(hint))) as Result<PublicSettings>
	};
}

/** For actions only. */
export function writer(fetch: Fetch, hint: Hint = {}) {
	/** Somebody else won the race five times: once more, from fresh state. */
	const send = async (method: 'POST' | 'PUT', path: string, body?: unknown) => {
		const first = await call(fetch, hint, method, path, body);
		return !first.ok && first.problem.code === 'session.busy' ? call(fetch, hint, method, path, body) : first;
	};
	return {
		...reader(fetch, hint),
		/** Starts afresh, but not over a code that an overlapping post of the same form has just asked for. */
		start: (interactionEvent: InteractionEvent, captchaToken?: string) =>
			send('PUT', '/api/experience', { interactionEvent, keepVerifications: true, captchaToken }),
		/** Keeps what is verified. */
		changeEvent: (interactionEvent: InteractionEvent) =>
			send('PUT', '/api/experience/interaction-event', { interactionEvent }),
		/** The browser is to keep nothing of this sign-in, or what it usually keeps. */
		shareComputer: (shared: boolean) => send('PUT', '/api/experience/shared-computer', { shared }),
		/** As the account that the browser is signed in as. */
		continueSession: async () => parsed(await send('POST', '/api/experience/accounts/continue'), submitAnswer),
		/** `masked`: nobody is told where it went. */
		sendCode: async (identifier: CodeIdentifier, interactionEvent: InteractionEvent, masked?: boolean) =>
			parsed(
				await send('POST', '/api/experience/verification/verification-code', { identifier, interactionEvent, masked }),
				verificationIdAnswer
			),
		checkCode: async (identifier: CodeIdentifier, verificationId: string, code: string) =>
			parsed(
				await send('POST', '/api/experience/verification/verification-code/verify', {
					identifier,
					verificationId,
					code
				}),
				verificationIdAnswer
			),
		checkPassword: async (identifier: Identifier, password: string) =>
			parsed(
				await send('POST', '/api/experience/verification/password', { identifier, password }),
				verificationIdAnswer
			),
		checkToken: async (email: string, token: string) =>
			parsed(
				await send('POST', '/api/experience/verification/one-time-token/verify', {
					identifier: { type: 'email', value: email },
					token
				}),
				verificationIdAnswer
			),
		...factorWriter(send),
		/** One thing that the account still lacks. */
		addToProfile: (item: ProfileItem) => send('POST', '/api/experience/profile', item),
		/** Instead of a forgotten one; `submit` puts it in force. */
		choosePassword: (password: string) => send('PUT', '/api/experience/profile/password', { password }),
		/** Without a proof: what was put into the profile makes the account. */
		identify: (verificationId?: string) => send('POST', '/api/experience/identification', { verificationId }),
		/** Nothing after a recovery: the person signs in with the new password. */
		submit: async (said: { agreesToTerms?: boolean } = {}) =>
			parsed(await send('POST', '/api/experience/submit', said), submitAnswer.optional()),
		answerConsent: async (answer: { version: string } | { deny: true }) =>
			parsed(await send('POST', '/api/interaction/consent', answer), consentedAnswer)
	};
}

/** An application may have a look of its own. */
function settingsPath({ appId }: Hint): string {
	return `/api/.well-known/sign-in-exp${appId ? `?${new URLSearchParams({ appId })}` : ''}`;
}

async function call(fetch: Fetch, hint: Hint, method: string, path: string, body?: unknown): Promise<Result<unknown>> {
	const headers: Record<string, string> = { accept: 'application/json' };
	if (hint.appId) headers['logto-app-id'] = hint.appId;
	if (hint.uid) headers['foyer-interaction'] = hint.uid;
	if (method !== 'GET') headers['content-type'] = 'application/json';
	try {
		const response = await fetch(path, {
			method,
			headers,
			body: method === 'GET' ? undefined : JSON.stringify(body ?? {})
		});
		const text = await response.text();
		const answer: unknown = text ? JSON.parse(text) : undefined;
		return response.ok ? ok(answer) : refusal(response, answer);
	} catch {
		return refuse('server.unavailable');
	}
}

/** A code we have no words for is told apart by its status only. */
function refusal(response: Response, answer: unknown): Result<never> {
	const { code, data } = (answer ?? {}) as { code?: unknown; data?: unknown };
	if (typeof code !== 'string') return refuse('server.unavailable');
	if (!isProblemCode(code)) return refuse('server.internal', { status: response.status });
	return refuse(code, { ...factsIn(data), status: response.status });
}

/** A rejected password brings a list of all that is wrong with it. */
function factsIn(data: unknown): Pick<Problem, 'data' | 'issues'> {
	if (Array.isArray(data)) return { issues: data as PasswordIssue[] };
	return data && typeof data === 'object' ? { data: data as Record<string, unknown> } : {};
}
