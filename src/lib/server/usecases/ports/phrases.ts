// Words of the tenant's own: what use cases need of their store.

/** By key of the catalogue. */
export type Phrases = Record<string, string>;

export type PhraseStore = {
	list(): Promise<{ languageTag: string; phrases: Phrases }[]>;
	/** Those of a second ago at the oldest; a change by this process shows at once. */
	find(languageTag: string): Promise<Phrases | undefined>;
	/** Answers whether there were none before. */
	put(languageTag: string, phrases: Phrases): Promise<'created' | 'replaced'>;
	/** What they become follows from what they are, also where others change them too; none leaves no language behind. */
	change(languageTag: string, decide: (before: Phrases) => Phrases): Promise<Phrases>;
	remove(languageTag: string): Promise<boolean>;
};
