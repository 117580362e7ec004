// A language that nobody speaks, for designers: English grown longer, with marks on it. Not among the languages of
// contract/languages.ts, so no page offers it, and whoever asks a page for it gets English.

/** As CLDR calls it. */
export const pseudoLocale = { code: 'en-XA', name: 'Pséûdö · lönger' };
