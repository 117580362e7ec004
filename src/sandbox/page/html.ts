// Writing HTML from strings: every value is escaped unless it was written by this function.

export type Html = { readonly markup: string };

export function html(parts: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
	const markup = parts.reduce((written, part, index) => written + toMarkup(values[index - 1]) + part);
	return { markup };
}

export const nothing: Html = { markup: '' };

function toMarkup(value: string | number | Html | Html[] | undefined): string {
	if (value === undefined) return '';
	if (Array.isArray(value)) return value.map((item) => item.markup).join('');
	return typeof value === 'object' ? value.markup : escapeHtml(String(value));
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
