// Which language a page speaks, of those in contract/languages.ts.
import { languages as locales } from '../../contract/languages.ts';

export { locales };

export type LocaleWishes = {
	/** Chosen by the person in this interaction. */
	chosen?: string | null;
	/** `ui_locales` of the authorization request, space separated. */
	uiLocales?: string | null;
	cookie?: string | null;
	acceptLanguage?: string | null;
	fallback?: string | null;
};

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);
/** Longer headers are not sent by browsers. */
const longestHeader = 1000;
/** More than a few would not be the likely ones. */
const mostRegions = 3;

/** Chosen > `ui_locales` > cookie > Accept-Language > fallback; always one that we have. */
export function resolveLocale(wishes: LocaleWishes): string {
	const tags = [
		wishes.chosen,
		...(wishes.uiLocales ?? '').slice(0, longestHeader).split(' '),
		wishes.cookie,
		...parseAcceptLanguage(wishes.acceptLanguage),
		wishes.fallback
	];
	for (const tag of tags) {
		const found = findLocale(tag);
		if (found) return found;
	}
	return 'en';
}

/** The closest language we have: the same tag, else the same script of the language, else the language. */
export function findLocale(tag: string | null | undefined): string | undefined {
	const wanted = maximize(tag);
	if (!wanted) return undefined;
	const candidates = spoken.filter(({ language }) => language === wanted.language);
	const sameScript = candidates.filter(({ script }) => script === wanted.script);
	const sameRegion = sameScript.find(({ region }) => region === wanted.region);
	return (sameRegion ?? sameScript[0] ?? candidates[0])?.code;
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
	return rightToLeftScripts.has(maximize(locale)?.script ?? '') ? 'rtl' : 'ltr';
}

/** The countries that a browser's languages name: `GB` of `en-GB`, none of `en`. */
export function regionsOf(acceptLanguage: string | null): string[] {
	const named = parseAcceptLanguage(acceptLanguage).map(
		(tag) => /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(tag)?.[1]
	);
	return [...new Set(named.flatMap((region) => region?.toUpperCase() ?? []))].slice(0, mostRegions);
}

type Maximized = { language?: string; script?: string; region?: string };

/** Every request resolves its language, and browsers send few different tags. Bounded, as they come from outside. */
const maximized = new Map<string, Maximized | undefined>();
const mostTags = 500;

function maximize(tag: string | null | undefined): Maximized | undefined {
	if (!tag || !/^[a-z]{2,3}([-_][a-z0-9]{1,8}){0,4}$/i.test(tag)) return undefined;
	if (maximized.has(tag)) return maximized.get(tag);
	const found = computeMaximized(tag);
	if (maximized.size >= mostTags) maximized.clear();
	maximized.set(tag, found);
	return found;
}

function computeMaximized(tag: string): Maximized | undefined {
	try {
		const { language, script, region } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
		return { language, script, region: kinOf(language, region) };
	} catch {
		return undefined;
	}
}

/** Regions that write as another one does (CLDR's parent locales): Angola as Portugal, Macau as Hong Kong. */
function kinOf(language: string, region: string | undefined): string | undefined {
	if (language === 'pt' && region !== 'BR') return 'PT';
	return region === 'MO' ? 'HK' : region;
}

const spoken = locales.map(({ code }) => ({ code, ...maximize(code) }));

/** Tags by falling weight. In-process requests say "null" when the browser sent no header: it parses as no language. */
function parseAcceptLanguage(header: string | null | undefined): string[] {
	if (!header || header === 'null') return [];
	return header
		.slice(0, longestHeader)
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
			const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
			return { tag, weight: weight === undefined ? 1 : Number(weight) };
		})
		.filter(({ tag, weight }) => tag !== '*' && weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({ tag }) => tag);
}
