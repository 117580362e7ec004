// The three ways through: the bare provider, Foyer's API, Foyer's pages without script. One call is one sign-in.
import type { Inbox } from '../support/inbox.ts';
import { readForms, readRefresh } from '../support/judges/html-forms.ts';
import { authorizationRequest, must, mustLead, openVisitor, redeem, type Application, type Watch } from './browser.ts';

export type Flow = (phone: string, watch?: Watch) => Promise<void>;

/** Five requests: authorization, login, resume, token, userinfo. */
export function bareFlow(origin: string, application: Application): Flow {
	return async (_phone, watch) => {
		const visitor = openVisitor(origin, watch);
		const journey = authorizationRequest(origin, application);
		const interaction = await mustLead(await visitor.send('GET', journey.address));
		const resume = await mustLead(await visitor.send('POST', interaction.href));
		const callback = await mustLead(await visitor.send('GET', resume.href));
		await redeem(visitor, origin, application, journey, callback);
	};
}

/** Nine: what Logto's own pages would ask of the interaction API stands between authorization and resume. */
export function apiFlow(origin: string, application: Application, inbox: Inbox): Flow {
	return async (phone, watch) => {
		const base = `${origin}/oidc`;
		const visitor = openVisitor(origin, watch);
		const call = async (method: string, path: string, body: unknown, ...statuses: number[]) => {
			const headers = { 'content-type': 'application/json', 'logto-app-id': application.id };
			const seen = await visitor.send(method, `/api/experience${path}`, JSON.stringify(body), headers);
			const text = await (await must(seen, ...statuses)).text();
			return { status: seen.response.status, body: text ? (JSON.parse(text) as Record<string, string>) : {} };
		};
		const identifier = { type: 'phone', value: phone };
		const interactionEvent = 'SignIn';

		const journey = authorizationRequest(base, application);
		await mustLead(await visitor.send('GET', journey.address));
		await call('PUT', '', { interactionEvent }, 204);
		const after = Date.now() - 1;
		const sent = await call('POST', '/verification/verification-code', { identifier, interactionEvent }, 200);
		const { verificationId } = sent.body;
		const code = await inbox.codeFor(`+${phone}`, { after });
		await call('POST', '/verification/verification-code/verify', { identifier, verificationId, code }, 200);
		const known = await call('POST', '/identification', { verificationId }, 204, 404);
		if (known.status === 404) {
			await call('PUT', '/interaction-event', { interactionEvent: 'Register' }, 204);
			await call('POST', '/identification', { verificationId }, 201);
		}
		const { redirectTo = '' } = (await call('POST', '/submit', {}, 200)).body;
		const callback = await mustLead(await visitor.send('GET', redirectTo));
		await redeem(visitor, base, application, journey, callback);
	};
}

/** Nine as well: two pages, two posts, and the page that leads out again. */
export function pagesFlow(origin: string, application: Application, inbox: Inbox): Flow {
	return async (phone, watch) => {
		const base = `${origin}/oidc`;
		const visitor = openVisitor(origin, watch);
		const page = async (address: URL) => (await must(await visitor.send('GET', address.href), 200)).text();
		const post = async (address: URL, html: string, typed: Record<string, string>) => {
			const [form] = readForms(html);
			if (!form) throw new Error(`${address.pathname} has no form`);
			const target = new URL(form.action || address.href, address);
			const body = new URLSearchParams({ ...form.fields, ...typed });
			const headers = { origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
			return mustLead(await visitor.send('POST', target.href, body, headers));
		};

		const journey = authorizationRequest(base, application);
		const signIn = await mustLead(await visitor.send('GET', journey.address));
		const first = await page(signIn);
		const after = Date.now() - 1;
		const codePage = await post(signIn, first, { identifier: `+${phone}` });
		const second = await page(codePage);
		const code = await inbox.codeFor(`+${phone}`, { after });
		const wayOut = await post(codePage, second, { code });
		const resume = readRefresh(await page(wayOut));
		if (!resume) throw new Error(`${wayOut.pathname} does not lead on`);
		const callback = await mustLead(await visitor.send('GET', new URL(resume, wayOut).href));
		await redeem(visitor, base, application, journey, callback);
	};
}
