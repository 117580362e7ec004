// The cells of the atlas that somebody asks for: every screen and state, in each theme, language and width.
import { parseArgs } from 'node:util';
import { fixtures } from '../../src/lib/experience/screens/fixtures.ts';

export type Cell = { screen: string; state: string; lang: string; theme: 'light' | 'dark'; width: number };
export type Wanted = {
	cells: Cell[];
	brand: string;
	out: string;
	against: string | undefined;
	/** Whose look it is: a file with settings or a draft, or the origin of an installation. */
	settings: string | undefined;
	/** Where uploaded pictures are, when they are not at that origin. */
	pictures: string | undefined;
};

/** `--screen sign-in,consent/usual --lang en,ar --theme dark --width 320,1280 --settings draft.json --against <folder>` */
export function readWanted(args: string[]): Wanted {
	const { values } = parseArgs({
		args,
		options: {
			screen: { type: 'string', default: '' },
			lang: { type: 'string', default: 'en' },
			theme: { type: 'string', default: 'light,dark' },
			width: { type: 'string', default: '390' },
			brand: { type: 'string', default: 'own' },
			out: { type: 'string', default: 'test-results/atlas' },
			against: { type: 'string' },
			settings: { type: 'string' },
			pictures: { type: 'string' }
		}
	});
	const themes = listOf(values.theme).filter((theme) => theme === 'light' || theme === 'dark');
	const widths = listOf(values.width)
		.map(Number)
		.filter((width) => width >= 280 && width <= 2560);
	const cells = statesOf(listOf(values.screen)).flatMap((of) =>
		listOf(values.lang).flatMap((lang) =>
			themes.flatMap((theme) => widths.map((width): Cell => ({ ...of, lang, theme, width })))
		)
	);
	const { brand, out, against, settings, pictures } = values;
	return { cells, brand, out, against, settings, pictures };
}

/** Of a cell's picture, the same in every run. */
export function fileOf({ screen, state, lang, theme, width }: Cell): string {
	return `${screen}-${state}.${lang}.${theme}.${width}.png`;
}

/** All of them where none is named. */
function statesOf(names: string[]): Pick<Cell, 'screen' | 'state'>[] {
	const all = Object.entries(fixtures).flatMap(([screen, { states }]) =>
		Object.keys(states).map((state) => ({ screen, state }))
	);
	if (names.length === 0) return all;
	return all.filter(({ screen, state }) => names.includes(screen) || names.includes(`${screen}/${state}`));
}

function listOf(text: string): string[] {
	return text
		.split(',')
		.map((one) => one.trim())
		.filter(Boolean);
}
