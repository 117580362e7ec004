// The built-in words of the pages, as the message files have them.
export type Catalogue = Record<string, unknown>;

const catalogues = import.meta.glob<Catalogue>('/messages/*.json', { import: 'default' });

/** Empty for a language that there is not. */
export async function readCatalogue(locale: string): Promise<Catalogue> {
	const { $schema: _schema, ...words } = (await catalogues[`/messages/${locale}.json`]?.()) ?? {};
	return words;
}
