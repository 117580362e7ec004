// Words about the words of the pages.
export const texts = {
	title: 'Texts',
	lead: 'What the sign-in pages say. A text of your own is said within a second; names in braces are filled in.',
	language: 'Language',
	search: 'Search by what it says',
	find: 'Search',
	save: 'Save',
	builtIn: 'Use the built-in text',
	nothing: (text: string) => `No text has “${text}” in it.`,
	shown: (count: number, total: number) => (count < total ? `${count} of ${total} texts` : `${total} texts`)
};
