// Whether the form around a button is on its way: the button says so, and is pressed in vain meanwhile.
import { getContext, setContext } from 'svelte';

const context = Symbol('busy');

export function provideBusy(isBusy: () => boolean): void {
	setContext(context, isBusy);
}

/** False outside a form. */
export function useBusy(): () => boolean {
	return getContext<(() => boolean) | undefined>(context) ?? (() => false);
}
