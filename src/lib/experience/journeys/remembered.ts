// The accounts of this browser, as the first pages offer them: which ones, where, and what one press leads to.
import { countryOfPhone } from '../../contract/identifier.ts';
import { maskIdentifier } from '../../contract/mask.ts';
import { recent, type Remembered, type RememberedAccount, type SignInWay } from '../../contract/remembered.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import { hrefOf } from './address.ts';
import type { FirstScreen } from './first-screen.ts';
import { findMethod, isPasswordFirst, isTakenBy, offeredTypes } from './methods.ts';
import { passkeyOffer } from './sign-in-passkey.ts';
import { mustAgree } from './terms.ts';

type Keeper = { read(): Remembered | undefined };

/** Those that the settings and the application still let in. */
export function offeredAccounts(
	kept: Keeper,
	settings: PublicSettings,
	query: URLSearchParams,
	now: number
): Remembered {
	if (settings.browserMemory === 'Never') return [];
	const types = offeredTypes('sign-in', settings, query.get('identifier'));
	return recent(kept.read(), now).filter(({ type }) => types.includes(type));
}

/** Said in this browser, or expected by the application: then the first screen has its own way. */
const begun = ['another', 'kind', 'login_hint', 'refused', 'changed'];

/**
 * Whether the accounts come before the first screen. One alone has a place on it, unless a box must be ticked first: that
 * box would be in another form.
 */
export function choosesFirst(accounts: Remembered, settings: PublicSettings, query: URLSearchParams): boolean {
	if (begun.some((name) => query.has(name))) return false;
	const isBoxed = settings.browserMemory === 'Ask' || mustAgree('sign-in', settings);
	return accounts.length >= (isBoxed ? 1 : 2);
}

/** The one account that the first screen offers: not where somebody has begun to type, or is expected by name. */
export function offeredOn({ kinds, values }: FirstScreen, accounts: Remembered): RememberedAccount | undefined {
	const [account] = accounts;
	const helps = account && values.identifier === '' && kinds.some((field) => isTakenBy(field, account.type));
	return helps ? account : undefined;
}

/** As its row on the first screen says it. */
export function describeAccount({ id, type, value, way }: RememberedAccount) {
	return { id, shown: maskIdentifier({ type, value }), way, isSignedIn: false };
}

/** All of them, where nobody signs in: to be forgotten. */
export function rememberedHere(kept: Keeper, now: number) {
	return recent(kept.read(), now).map(describeAccount);
}

/** What the field for another account begins with: people stay with one kind, and in one country. */
export function habitOf([account]: Remembered): (Pick<RememberedAccount, 'type'> & { country?: string }) | undefined {
	if (!account) return undefined;
	const { type, value } = account;
	return { type, country: type === 'phone' ? countryOfPhone(value) : undefined };
}

/**
 * What one press leads to: what opened the account last, if the settings still have it. `instead`: anything but a
 * passkey, which not every device holds. Undefined where nobody signs in with such an identifier.
 */
export function wayOn(
	{ type, way }: Pick<RememberedAccount, 'type' | 'way'>,
	settings: PublicSettings,
	instead = false
): SignInWay | undefined {
	if (way === 'passkey' && !instead && passkeyOffer(settings)) return 'passkey';
	const method = findMethod(settings, type);
	if (!method) return undefined;
	if (way === 'password' && method.password) return 'password';
	if (way === 'code' && method.verificationCode && type !== 'username') return 'code';
	return isPasswordFirst(method) ? 'password' : 'code';
}

/** "Not you?": the other accounts of this browser where there are any, else the field for one. */
export function anotherAccount(from: URL, kept: Keeper, settings: PublicSettings, now: number): string {
	const isChoice = offeredAccounts(kept, settings, from.searchParams, now).length > 1;
	return isChoice ? hrefOf('/choose-account', from) : hrefOf('/sign-in', from, { another: '1' });
}
