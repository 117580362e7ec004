// Reads forms and refreshes out of HTML, as a browser without script would use them.

export type HtmlForm = { action: string; fields: Record<string, string>; inputs: string[] };

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'", '#x27': "'" };

export function readForms(html: string): HtmlForm[] {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, attributes = '', content = '']) => {
		const inputs = [...content.matchAll(/<input\b([^>]*)>/gi)].map(([, text = '']) => readAttributes(text));
		const selects = [...content.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)];
		const hidden = inputs.filter(({ type }) => type === 'hidden');
		return {
			action: readAttributes(attributes).action ?? '',
			inputs: inputs.flatMap(({ name, type }) => (name && type !== 'hidden' ? [name] : [])),
			fields: Object.fromEntries([
				...hidden.map(({ name = '', value = '' }) => [name, value]),
				...selects.map(([, text = '', options = '']) => [readAttributes(text).name ?? '', selectedOption(options)])
			])
		};
	});
}

/** The address that `<meta http-equiv="refresh">` names. */
export function readRefresh(html: string): string | undefined {
	const [, attributes] = /<meta\b([^>]*http-equiv="refresh"[^>]*)>/i.exec(html) ?? [];
	return attributes && /url=(.*)$/i.exec(readAttributes(attributes).content ?? '')?.[1];
}

function selectedOption(options: string): string {
	const all = [...options.matchAll(/<option\b([^>]*)>/gi)].map(([, text = '']) => readAttributes(text));
	return (all.find((option) => 'selected' in option) ?? all[0])?.value ?? '';
}

function readAttributes(text: string): Record<string, string> {
	const found = [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
	return Object.fromEntries(found.map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]));
}

function decode(text: string): string {
	return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
