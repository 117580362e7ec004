// Words in one language: the catalogue, with a tenant's own words first. Plain functions, so that the API can use it too.
import * as messages from '../../paraglide/messages.js';
import { directionOf, locales } from './locale.ts';

export type TextKey = keyof typeof messages;
type Inputs = Record<string, string | number>;

/** `text('sign_in_title')`; knows the language it speaks. */
export type Text = { (key: TextKey, inputs?: Inputs): string; locale: string };

type Message = (inputs: Inputs, options: { locale: string }) => string;

/** The locale is explicit: nothing about a request hides in global state. */
export function createText(locale: string, overrides: Record<string, string> = {}): Text {
	const spoken = locales.some(({ code }) => code === locale) ? locale : 'en';
	const isolates = directionOf(spoken) === 'rtl';
	const text = (key: TextKey, given: Inputs = {}) => {
		const inputs = isolates ? isolateNames(given) : given;
		const override = ownWords(overrides, key);
		return override ? fill(override, inputs) : (messages[key] as Message)(inputs, { locale: spoken });
	};
	return Object.assign(text, { locale: spoken });
}

/** A sentence has variants for pages that have less to offer. Whoever has put it in words of their own has said all of them. */
function ownWords(overrides: Record<string, string>, key: TextKey): string | undefined {
	const whole = key.replace(/_(one_way|one_country|no_support)$/, '');
	const said = [key, whole].find((name) => Object.hasOwn(overrides, name));
	return said && overrides[said];
}

/** Keeps "Yahoo!" together, mark included, where the sentence around it is written from the right. */
function isolateNames({ application, name, ...others }: Inputs): Inputs {
	const isolated = Object.entries({ application, name })
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => [key, `\u2068${value}\u2069`]);
	return { ...others, ...Object.fromEntries(isolated) };
}

export function hasText(key: string): key is TextKey {
	return Object.hasOwn(messages, key);
}

function fill(sentence: string, inputs: Inputs): string {
	return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(inputs[name] ?? placeholder));
}
