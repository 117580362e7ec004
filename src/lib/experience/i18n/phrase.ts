// The words of a page, handed down by its shell. Server side only: pages carry no catalogue.
import { getContext, setContext } from 'svelte';
import type { Text } from './text.ts';

export { createText, type Text, type TextKey } from './text.ts';
export { problemText } from './problem-message.ts';

const textContext = Symbol('text');

export function provideText(text: Text): Text {
	return setContext(textContext, text);
}

export function useText(): Text {
	return getContext<Text>(textContext);
}
