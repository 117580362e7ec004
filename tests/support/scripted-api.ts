// An interaction API that answers what a test wrote down, for pages' logic without an engine behind it.
import type { InteractionAnswer, PublicVerification } from '../../src/lib/contract/schemas.ts';

type Answer = { status: number; body?: unknown } | Error;
/** By `METHOD path` below /api; a list is used up one by one, its last answer stays. */
type Script = Record<string, Answer | Answer[]>;

export function scriptedApi(script: Script) {
	const calls: { call: string; body: unknown; headers: Headers }[] = [];
	const fetch: typeof globalThis.fetch = async (input, init) => {
		const call = `${init?.method ?? 'GET'} ${String(input).replace(/^\/api\//, '')}`;
		const body: unknown = init?.body ? JSON.parse(String(init.body)) : undefined;
		calls.push({ call, body, headers: new Headers(init?.headers) });
		const answers = script[call];
		const answer = Array.isArray(answers) ? (answers.length > 1 ? answers.shift() : answers[0]) : answers;
		if (!answer) throw new Error(`nothing is written down for ${call}`);
		if (answer instanceof Error) throw answer;
		return answer.body === undefined
			? new Response(null, { status: answer.status })
			: Response.json(answer.body, { status: answer.status });
	};
	return { fetch, calls, called: () => calls.map(({ call }) => call) };
}

export const done = { status: 204 };

export function answered(body: unknown): Answer {
	return { status: 200, body };
}

export function refusedWith(status: number, code: string, data?: unknown): Answer {
	return { status, body: { code, message: 'said to people', data } };
}

export function verification(changes: Partial<PublicVerification> = {}): PublicVerification {
	return {
		id: 'v1',
		type: 'PhoneVerificationCode',
		identifier: { type: 'phone', value: '8613800138000' },
		templateType: 'SignIn',
		verified: false,
		expiresAt: 300_000,
		resendAt: 60_000,
		...changes
	};
}

/** GET interaction, begun as a sign-in unless told otherwise. */
export function interaction(changes: Partial<InteractionAnswer> = {}): Answer {
	return answered({
		interactionEvent: 'SignIn',
		profile: {},
		mfa: {},
		verificationRecords: [],
		captcha: { verified: false, skipped: false },
		application: { id: 'shop', name: 'Shop' },
		...changes
	});
}

export const finished = interaction({ redirectTo: 'http://localhost:3001/oidc/auth/abc' });
export const notStarted = refusedWith(404, 'session.interaction_not_found');
export const noSession = refusedWith(400, 'session.not_found');
