// Whose name stands at the head of a page, and at the end of its title.
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { ShellProps } from './props.ts';
import Shell from './Shell.svelte';

const url = new URL('http://localhost:3001/sign-in');
const children = createRawSnippet(() => ({ render: () => '<p></p>' }));

function headerOf(props: Partial<ShellProps>): string | undefined {
	const { body } = render(Shell, { props: { locale: 'en', url, children, ...props } });
	return /<span dir="auto"[^>]*>([^<]*)</.exec(body)?.[1];
}

describe('the header of a page', () => {
	const applicationName = 'Bookstore';
	it.each<[string, Partial<ShellProps>, string | undefined]>([
		['says the brand’s name', { brand: { name: 'Harbour' }, applicationName }, 'Harbour'],
		['says the application’s where the brand has none', { brand: {}, applicationName }, 'Bookstore'],
		['says what it does for nobody in particular', {}, 'Sign in'],
		['says nothing of a third party', { brand: {}, applicationName, isThirdParty: true }, undefined],
		['says the tenant’s own word for that', { overrides: { brand_fallback: 'Come in' } }, 'Come in']
	])('%s', (_promise, props, name) => {
		expect(headerOf(props)).toBe(name);
	});
});
