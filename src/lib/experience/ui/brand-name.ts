// The name in the header, if there is one, for the titles of pages.
import { getContext, setContext } from 'svelte';

const brandNameContext = Symbol('brand name');

export function provideBrandName(name: string | undefined): string | undefined {
	return setContext(brandNameContext, name);
}

export function useBrandName(): string | undefined {
	return getContext<string | undefined>(brandNameContext);
}
