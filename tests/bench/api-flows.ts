// Ways through the interaction API, as pages of somebody else's would go them. One call is one sign-in, or one recovery.
import { randomUUID } from 'node:crypto';
import { authorizationRequest } from '../../src/testing/authorization-request.ts';
import type { Inbox } from '../support/inbox.ts';
import { must, mustLead, openVisitor, redeem, type Application, type Watch } from './browser.ts';
import type { Flow } from './flows.ts';

type Event = 'SignIn' | 'Register' | 'ForgotPassword';

/** Nine requests: what the pages would ask of the API stands between authorization and resume. */
export function codeFlow(origin: string, application: Application, inbox: Inbox): Flow {
	return async (phone, watch) => {
		const { call, leave, prove } = await arrive(origin, application, 'SignIn', watch);
		const verificationId = await prove(inbox, phone);
		const known = await call('POST', '/identification', { verificationId }, 204, 404);
		if (known.status === 404) {
			await call('PUT', '/interaction-event', { interactionEvent: 'Register' }, 204);
			await call('POST', '/identification', { verificationId }, 201);
		}
		await leave();
	};
}

/** For somebody new: the number is put into the profile, and what is known so far looked at, as other clients do. */
export function signUpFlow(origin: string, application: Application, inbox: Inbox): Flow {
	return async (phone, watch) => {
		const { call, leave, prove } = await arrive(origin, application, 'Register', watch);
		const verificationId = await prove(inbox, phone);
		await call('POST', '/profile', { type: 'phone', verificationId }, 204);
		await call('POST', '/identification', {}, 201);
		await call('GET', '/interaction', undefined, 200);
		await leave();
	};
}

/** Eight requests, for somebody who has that password. */
export function passwordFlow(origin: string, application: Application, password: string): Flow {
	return async (phone, watch) => {
		const { call, leave } = await arrive(origin, application, 'SignIn', watch);
		const proof = { identifier: { type: 'phone', value: phone }, password };
		const { verificationId } = (await call('POST', '/verification/password', proof, 200)).body;
		await call('POST', '/identification', { verificationId }, 204);
		await leave();
	};
}

/** Seven requests; the account has the password afterwards, or one that nobody knows. */
export function recoveryFlow(origin: string, application: Application, inbox: Inbox, password?: string): Flow {
	return async (phone, watch) => {
		const { call, prove } = await arrive(origin, application, 'ForgotPassword', watch);
		const verificationId = await prove(inbox, phone);
		await call('POST', '/identification', { verificationId }, 204);
		await call('PUT', '/profile/password', { password: password ?? randomUUID() }, 204);
		await call('POST', '/submit', {}, 204);
	};
}

/** From the application to the interaction that its request opens. */
async function arrive(origin: string, application: Application, interactionEvent: Event, watch?: Watch) {
	const base = `${origin}/oidc`;
	const visitor = openVisitor(origin, watch);
	const call = async (method: string, path: string, body: unknown, ...statuses: number[]) => {
		const headers = { 'content-type': 'application/json', 'logto-app-id': application.id };
		const seen = await visitor.send(method, `/api/experience${path}`, JSON.stringify(body), headers);
		const text = await (await must(seen, ...statuses)).text();
		return { status: seen.response.status, body: text ? (JSON.parse(text) as Record<string, string>) : {} };
	};
	const journey = authorizationRequest(base, application);
	await mustLead(await visitor.send('GET', journey.address));
	await call('PUT', '', { interactionEvent }, 204);
	return {
		call,
		/** Asks for a code and gives it back. */
		async prove(inbox: Inbox, phone: string): Promise<string> {
			const identifier = { type: 'phone', value: phone };
			const after = Date.now() - 1;
			const sent = await call('POST', '/verification/verification-code', { identifier, interactionEvent }, 200);
			const { verificationId = '' } = sent.body;
			const code = await inbox.codeFor(`+${phone}`, { after });
			await call('POST', '/verification/verification-code/verify', { identifier, verificationId, code }, 200);
			return verificationId;
		},
		/** Back to the application with a code, which it redeems. */
		async leave(): Promise<void> {
			const { redirectTo = '' } = (await call('POST', '/submit', {}, 200)).body;
			const callback = await mustLead(await visitor.send('GET', redirectTo));
			await redeem(visitor, base, application, journey, callback);
		}
	};
}
