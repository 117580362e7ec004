// Words about the words of the pages.
export const texts = {
	title: 'Texts',
	lead: 'What the sign-in pages say. A text of your own is said within a second; names in braces are filled in.',
	language: 'Language',
	search: 'Search by what it says',
	find: 'Search',
	save: 'Save',
	builtIn: 'Use the built-in text',
	flaws: {
		unknown_text: 'No page has this text.',
		unknown_name: 'It has {name}, which the built-in text does not have.',
		too_small: 'Say something, or use the built-in text.',
		too_big: '2,048 characters are the most.',
		invalid_format: 'Some of its characters cannot be shown.'
	} as Record<string, string>,
	missing: 'Your own words in some languages alone',
	missingLead:
		'Readers of the other languages meet the built-in text. Choose a language to say it there too, or go back to the built-in text where you changed it.',
	missingIn: (said: string, count: number) =>
		`said in ${said}; built in for ${count === 1 ? 'one language' : `${count} languages`}`,
	nothing: (text: string) => `No text has “${text}” in it.`,
	shown: (count: number, total: number) => (count < total ? `${count} of ${total} texts` : `${total} texts`),
	everywhere: 'Use the built-in text in every language'
};
