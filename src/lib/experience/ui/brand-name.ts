// The name in the header, for the titles of pages.
import { getContext, setContext } from 'svelte';

const brandNameContext = Symbol('brand name');

export function provideBrandName(name: string): string {
	return setContext(brandNameContext, name);
}

export function useBrandName(): string {
	return getContext<string>(brandNameContext);
}
