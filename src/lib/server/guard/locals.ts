// What a request knows about its caller: address, language, the interaction its cookies prove, the sealed draft.
import type { RequestEvent } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { verificationHeader } from '../../contract/account/access.ts';
import { ok, type Result } from '../../contract/result.ts';
import { keepCookie } from './kept-cookie.ts';
import { languageCookie, readLanguage } from './language-cookie.ts';
import type { AccountAccess, AccountCaller, Caller, MachineCaller } from '../usecases/ports.ts';
import { once } from './once.ts';
import { rawCookies, type RawCookies } from './raw-cookies.ts';
import type { RequestContext } from './request-context.ts';
import type { Seals } from './sealed-cookie.ts';

const draftCookie = 'foyer_draft';
/** Its name is older than that it holds more than one account. */
const accountsCookie = 'foyer_last';
const consoleCookie = 'foyer_console';
const accountCookie = 'foyer_account';
const devicesCookie = 'foyer_devices';

/** What this needs of the composition root, so that guard stays free of every other adapter. */
export type LocalsSources = {
	origin: string;
	clientIp(socketIp: string | undefined, forwardedFor: string | null): string;
	seals: Seals;
	readInteractionId(cookie: RawCookies, choose: { appId?: string; uid8?: string }): string | undefined;
	readUiLocales(cookie: RawCookies, appId?: string): string | undefined;
	resolveLocale(wishes: {
		chosen?: string;
		uiLocales?: string | null;
		cookie?: string;
		acceptLanguage?: string | null;
	}): string;
	/** Of the Authorization header, as sent. */
	authorizeMachine(authorization: string | null): Promise<Result<Omit<MachineCaller, keyof Caller>>>;
	/** The same for somebody's own account, with the proof that they name. */
	admitOwner(
		caller: Caller,
		named: { authorization: string | null; verificationId: string | undefined },
		access: AccountAccess
	): Promise<Result<AccountCaller>>;
	/** The tenant's own words in a language. */
	phrases(locale: string): Promise<Record<string, string>>;
	report(requestId: string, error: unknown): void;
};

/** Browsers refuse `__Host-` cookies on http, so loopback keeps the plain names. */
export function cookiePrefix(origin: string): string {
	return origin.startsWith('https://') ? '__Host-' : '';
}

/** Read when it is asked for: few requests need all of it, and every signed cookie costs a signature. */
export function describeRequest(event: RequestEvent, sources: LocalsSources): RequestContext {
	const { request } = event;
	const cookie = rawCookies(request.headers.get('cookie'));
	const locale = once(() => findLocale(event, cookie, sources));
	const proven = new Map<string, string | undefined>();
	const ofBrowser = (cookieName: string) => {
		const name = cookiePrefix(sources.origin) + cookieName;
		return { name, owner: '', secure: sources.origin.startsWith('https://'), sealed: () => cookie(name) };
	};
	const devices = keepCookie(sources.seals.devices, ofBrowser(devicesCookie));
	const accounts = keepCookie(sources.seals.accounts, ofBrowser(accountsCookie));
	return {
		seen: {},
		devices: devices.kept,
		accounts: accounts.kept,
		finish(headers, cookies) {
			devices.finish(headers, cookies);
			accounts.finish(headers, cookies);
		},
		requestId: randomUUID(),
		ip: sources.clientIp(event.getClientAddress(), request.headers.get('x-forwarded-for')),
		userAgent: (request.headers.get('user-agent') ?? '').slice(0, 256),
		get locale() {
			return locale();
		},
		cookie,
		provenInteraction(choose) {
			const key = JSON.stringify([choose.appId, choose.uid8]);
			if (!proven.has(key)) proven.set(key, sources.readInteractionId(cookie, choose));
			return proven.get(key);
		}
	};
}

function findLocale({ request, url }: RequestEvent, cookie: RawCookies, sources: LocalsSources): string {
	const appId = applicationOf({ request, url });
	const { searchParams } = url;
	// API clients name a language in the query: `lng` holds always, `locale` where one is to be detected (contract §3.14).
	const isApi = url.pathname.startsWith('/api/');
	const asked = isApi ? searchParams.get('lng') : null;
	const detected = [isApi ? searchParams.get('locale') : null, request.headers.get('accept-language')];
	return sources.resolveLocale({
		...readLanguage(cookie(cookiePrefix(sources.origin) + languageCookie), searchParams.get('uid')),
		...(asked && { chosen: asked }),
		uiLocales: searchParams.get('ui_locales') ?? sources.readUiLocales(cookie, appId),
		acceptLanguage: detected.filter(Boolean).join(',')
	});
}

/** `finish` writes the sealed cookies that were changed. */
export function createLocals(event: RequestEvent, context: RequestContext, sources: LocalsSources) {
	const { requestId, ip, userAgent, seen, devices, accounts } = context;
	const appId = applicationOf(event);
	const uid8 = event.request.headers.get('foyer-interaction') ?? event.url.searchParams.get('uid') ?? undefined;
	const place = (cookie: string, owner: string) => {
		const name = cookiePrefix(sources.origin) + cookie;
		const sealed = () => (event.isSubRequest ? undefined : context.cookie(name));
		return { name, owner, secure: sources.origin.startsWith('https://'), sealed };
	};
	const draft = keepCookie(sources.seals.draft, place(draftCookie, appId ?? ''));
	// The browser may be one that others use, too: the provider's session knows, and brings both back while it lasts.
	const signedIn = (cookie: string) => ({ ...place(cookie, ''), isTransient: true });
	const administrator = keepCookie(sources.seals.console, signedIn(consoleCookie));
	const owner = keepCookie(sources.seals.account, signedIn(accountCookie));
	const locale = once(() => localeFor(event, context, sources));
	const caller: Caller = {
		requestId,
		ip,
		userAgent,
		seen,
		devices,
		accounts,
		isPage: event.isSubRequest,
		get locale() {
			return locale();
		},
		get interactionId() {
			return context.provenInteraction({ appId, uid8 });
		}
	};
	const authorize = async () => {
		const machine = await sources.authorizeMachine(event.request.headers.get('authorization'));
		return machine.ok ? ok({ ...caller, ...machine.value }) : machine;
	};
	const admitOwner = (access: AccountAccess) => {
		const { headers } = event.request;
		const verificationId = headers.get(verificationHeader) ?? undefined;
		return sources.admitOwner(caller, { authorization: headers.get('authorization'), verificationId }, access);
	};
	const locals: App.Locals = {
		caller,
		authorize,
		admitOwner,
		get locale() {
			return locale();
		},
		phrases: (wanted = locale()) => sources.phrases(wanted),
		draft: draft.kept,
		accounts,
		console: administrator.kept,
		account: owner.kept,
		report: (error) => sources.report(requestId, error)
	};
	const finish = (headers: Headers) => {
		draft.finish(headers, event.cookies);
		administrator.finish(headers, event.cookies);
		owner.finish(headers, event.cookies);
		context.finish(headers, event.cookies);
	};
	return { locals, finish };
}

/** Of an in-process request it is the reader's, but where its own address names another one. */
function localeFor({ isSubRequest, url }: RequestEvent, context: RequestContext, sources: LocalsSources): string {
	const asked = isSubRequest && url.pathname.startsWith('/api/') ? url.searchParams.get('lng') : null;
	return asked ? sources.resolveLocale({ chosen: asked, uiLocales: context.locale }) : context.locale;
}

function applicationOf({ request, url }: Pick<RequestEvent, 'request' | 'url'>): string | undefined {
	return request.headers.get('logto-app-id') ?? url.searchParams.get('app_id') ?? undefined;
}
