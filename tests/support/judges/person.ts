// The person in front of the browser: proves a phone number, on the pages without script or by the interaction API.
import { type Answer, type Browser } from '../api-client.ts';
import type { Foyer } from '../server.ts';
import { readForms, readRefresh, type HtmlForm } from './html-forms.ts';

type Place = { away?: URL; url: URL; html: string };
export type Person = { browser: Browser; phone: string; inbox: Foyer['inbox'] };

/** Goes where the application sends its user, and answers where the browser left us: the application's callback. */
export async function signInOnPages(person: Person, address: string): Promise<URL> {
	const { phone, inbox } = person;
	let place = await open(person.browser, address);
	const after = (await inbox.messages()).at(-1)?.at ?? 0;
	for (let step = 0; step < 8 && !place.away; step++) {
		const forms = readForms(place.html);
		// The account that the browser remembers stands in a form of its own before the field.
		const form = forms.find(({ inputs }) => inputs.includes('identifier')) ?? forms[0];
		if (!form) throw new Error(`${place.url.pathname} has no form:\n${place.html.slice(0, 2000)}`);
		const typed: Record<string, string> = {};
		if (form.inputs.includes('identifier')) typed.identifier = `+${phone}`;
		if (form.inputs.includes('code')) typed.code = await inbox.codeFor(`+${phone}`, { after });
		place = await post(person.browser, place.url, form, typed);
	}
	if (!place.away) throw new Error(`still on ${place.url.pathname} after eight forms`);
	return place.away;
}

/** The same without pages: what Logto's own sign-in app would ask of the API. */
export async function signInByApi({ browser, phone, inbox }: Person, address: string): Promise<URL> {
	const landed = await browser.follow(address);
	if (landed.away) return landed.away;
	const headers = { 'logto-app-id': landed.url.searchParams.get('app_id') ?? '' };
	const interactionEvent = landed.url.pathname === '/register' ? 'Register' : 'SignIn';
	const identifier = { type: 'phone', value: phone };
	const call = (method: string, path: string, body?: unknown) => browser.api(method, path, body, headers);

	must(await call('PUT', '', { interactionEvent }), 204);
	const after = (await inbox.messages()).at(-1)?.at ?? 0;
	const sent = must(await call('POST', 'verification/verification-code', { identifier, interactionEvent }), 200);
	const { verificationId } = sent.body as { verificationId: string };
	const code = await inbox.codeFor(`+${phone}`, { after });
	must(await call('POST', 'verification/verification-code/verify', { identifier, verificationId, code }), 200);
	const identified = must(await call('POST', 'identification', { verificationId }), 201, 204, 404);
	if (identified.status === 404) {
		must(await call('PUT', 'interaction-event', { interactionEvent: 'Register' }), 204);
		must(await call('POST', 'identification', { verificationId }), 201);
	}
	const { redirectTo } = must(await call('POST', 'submit'), 200).body as { redirectTo: string };
	const place = await open(browser, redirectTo);
	if (!place.away) throw new Error(`${place.url.pathname} keeps the user here`);
	return place.away;
}

/** Follows redirects and refreshes until a page waits for somebody, or until the address is somebody else's. */
export async function open(browser: Browser, address: string): Promise<Place> {
	let target = address;
	for (let hop = 0; hop < 10; hop++) {
		const { away, response, url } = await browser.follow(target);
		const html = away ? '' : await response.text();
		if (away) return { away, url, html };
		if (!response.ok) throw new Error(`${url.pathname} answers ${response.status}: ${html.slice(0, 500)}`);
		const refresh = readRefresh(html);
		if (refresh === undefined) return { url, html };
		target = new URL(refresh, url).href;
		if (new URL(target).origin !== browser.origin) return { away: new URL(target), url, html };
	}
	throw new Error(`more than ten refreshes, the last to ${target}`);
}

/** Presses the button of a form that was filled in, and goes where it leads. */
export async function post(
	browser: Browser,
	page: URL,
	form: HtmlForm,
	typed: Record<string, string> = {}
): Promise<Place> {
	const url = new URL(form.action || page.href, page);
	const response = await browser.request(url.href, {
		method: 'POST',
		headers: { origin: browser.origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
		body: new URLSearchParams({ ...form.fields, ...typed })
	});
	const location = response.headers.get('location');
	if (!location) throw new Error(`${url.pathname} answers ${response.status}:\n${await response.text()}`);
	const next = new URL(location, url);
	return next.origin === browser.origin ? open(browser, next.href) : { away: next, url, html: '' };
}

function must(answer: Answer, ...statuses: number[]): Answer {
	if (statuses.includes(answer.status)) return answer;
	throw new Error(`expected ${statuses.join(' or ')}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}
