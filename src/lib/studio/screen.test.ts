// Every screen in every state says something whole, in every language.
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { locales } from '../experience/i18n/locale.ts';
import { createText } from '../experience/i18n/text.ts';
import { fixtures, mainFixtures } from '../experience/screens/fixtures.ts';
import { brands, type Brand } from './brands.ts';
import Screen from './Screen.svelte';

const cells = Object.entries(fixtures).flatMap(([screen, { states }]) =>
	Object.keys(states).map((state) => [screen, state] as const)
);
const brand = brands.bookstore as Brand;

function draw(screen: string, state: string, locale: string): string {
	const url = new URL(`http://localhost:3001/studio/preview/${screen}/${state}?lang=${locale}`);
	const { head, body } = render(Screen, { props: { screen, state, locale, url, brand } });
	return head + body;
}

function flawsOf(html: string): string[] {
	const text = html
		.replaceAll(/<(style|script)\b.*?<\/\1>/gs, '')
		.replaceAll(/<!--.*?-->/gs, '')
		// The script fills the clock in.
		.replaceAll(/data-counting="[^"]*"/g, '')
		.replaceAll(/<option\b.*?<\/option>/gs, '');
	const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
	const references = [...text.matchAll(/\s(?:for|aria-describedby|aria-controls)="([^"]+)"/g)];
	const missing = references.flatMap(([, list = '']) => list.split(' ')).filter((id) => !ids.includes(id));
	return [
		...inputsWithoutDirection(text).map((input) => `${input} has no direction`),
		...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
		...missing.map((id) => `nothing has the id ${id}`),
		...(text.match(/undefined|\[object|NaN|\{\w+\}/g) ?? []),
		...(text.match(/\b(error|failure)_[a-z_]+/g) ?? []),
		...(/<title>[^<]+<\/title>/.test(text) ? [] : ['no title']),
		...((text.match(/<h1\b/g) ?? []).length === 1 ? [] : ['not one heading'])
	];
}

/** Addresses, names and passwords run in their own direction, whatever that of the page. */
function inputsWithoutDirection(text: string): string[] {
	const seen = (text.match(/<input\b[^>]*>/g) ?? []).filter((input) => !input.includes('aria-hidden'));
	const isOwn = (input: string) => /type="(email|password|url)"|autocomplete="username/.test(input);
	return seen.filter((input) => isOwn(input) && !/ dir="(ltr|auto)"/.test(input));
}

describe.each(locales)('for readers of $name', ({ code }) => {
	it('every state of every screen is whole', () => {
		const flaws = cells.flatMap(([screen, state]) =>
			flawsOf(draw(screen, state, code)).map((flaw) => `${screen}/${state}: ${flaw}`)
		);
		expect(flaws).toEqual([]);
	});
});

describe('what is said of a field', () => {
	it.each([
		['extra-profile/fresh', 'field-website', 'field-website-hint'],
		['extra-profile/refused', 'field-website', 'field-website-error field-website-hint'],
		['account-profile/usual', 'avatar', 'avatar-hint'],
		['account-profile/picture-wrong', 'avatar', 'avatar-error avatar-hint']
	])('belongs to it: %s', (cell, id, described) => {
		const [screen = '', state = ''] = cell.split('/');
		const input = new RegExp(`<input id="${id}"[^>]* aria-describedby="([^"]*)"`);
		expect(input.exec(draw(screen, state, 'en'))?.[1]).toBe(described);
	});
});

describe('a page that has but one', () => {
	it.each([
		['way', 'verification-code/unsent-one-channel', 'error_connector_general_one_way'],
		['country', 'sign-in-refused/one-country-invalid', 'error_user_invalid_phone_one_country'],
		['factor, and no support', 'second-step/app-only-no-support', 'mfa_lost_only_no_support'],
		['account, and no support', 'failure/suspended-no-support', 'failure_suspended_text_no_support'],
		['way back', 'failure/not-found', 'failure_not_found_text_no_support']
	] as const)('%s speaks of no other: %s', (_what, cell, key) => {
		const [screen = '', state = ''] = cell.split('/');
		expect(draw(screen, state, 'en')).toContain(createText('en')(key));
	});
});

describe('the atlas', () => {
	it('has the main screens, and no two states that look the same', () => {
		expect(cells.map(String)).toEqual(expect.arrayContaining(mainFixtures.map(String)));
		const drawn = new Map<string, string>();
		const alike: string[] = [];
		for (const [screen, state] of cells) {
			const html = draw(screen, state, 'en').replaceAll(`/studio/preview/${screen}/${state}`, '');
			const other = drawn.get(html);
			if (other) alike.push(`${screen}/${state} looks like ${other}`);
			drawn.set(html, `${screen}/${state}`);
		}
		expect(alike).toEqual([]);
	});
});
