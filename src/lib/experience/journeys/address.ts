// Addresses of our pages: whichever interaction a page belongs to stays on every URL.
import type { Hint } from '../client.ts';
import type { Page } from './next-page.ts';

/** `identifier` and `ui_locales` are the application's wishes for all pages of the interaction. */
const kept = ['app_id', 'uid', 'identifier', 'ui_locales'];

export function hintOf({ searchParams }: URL): Hint {
	const uid = searchParams.get('uid') ?? '';
	const appId = searchParams.get('app_id') ?? '';
	return {
		appId: /^[\w.-]{1,64}$/.test(appId) ? appId : undefined,
		uid: /^[\w-]{8}$/.test(uid) ? uid : undefined
	};
}

export function hrefOf(page: Page, from: URL, extra: Record<string, string | null> = {}): string {
	const query = new URLSearchParams();
	for (const name of kept) {
		const value = from.searchParams.get(name);
		if (value) query.set(name, value);
	}
	for (const [name, value] of Object.entries(extra)) if (value) query.set(name, value);
	return query.size > 0 ? `${page}?${query}` : page;
}

/** The addresses of a page's form actions, by name. */
export function actionsOf<Name extends string>(page: Page, from: URL, names: Name[]): Record<Name, string> {
	const [path, query = ''] = hrefOf(page, from).split('?');
	return Object.fromEntries(names.map((name) => [name, `${path}?/${name}&${query}`])) as Record<Name, string>;
}

/** An address that settings or the provider name, safe to link to and to send a browser to. */
export function webAddress(value: string | null | undefined): string | undefined {
	const url = value ? URL.parse(value) : null;
	return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
