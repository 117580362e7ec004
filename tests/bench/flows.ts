// Ways through that are no client of the interaction API: the bare provider, and Foyer's pages without script. One call is one sign-in.
import { authorizationRequest } from '../../src/testing/authorization-request.ts';
import type { Inbox } from '../support/inbox.ts';
import { readForms, readRefresh } from '../support/judges/html-forms.ts';
import { must, mustLead, openVisitor, redeem, type Application, type Watch } from './browser.ts';

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
