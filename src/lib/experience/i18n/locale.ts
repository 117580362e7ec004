// Which language a page speaks. A new language is a file in messages/, its code in project.inlang, and a line here.

/** Names are what native readers call their own language. */
export const locales = [
	{ code: 'en', name: 'English' },
	{ code: 'zh-CN', name: '简体中文' }
];

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
	const candidates = locales
		.map(({ code }) => ({ code, ...maximize(code) }))
		.filter(({ language }) => language === wanted.language);
	const sameScript = candidates.filter(({ script }) => script === wanted.script);
	const sameRegion = sameScript.find(({ region }) => region === wanted.region);
	return (sameRegion ?? sameScript[0] ?? candidates[0])?.code;
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
	return rightToLeftScripts.has(maximize(locale)?.script ?? '') ? 'rtl' : 'ltr';
}

/** Region of the first language that names one: a good first guess at a phone number's country. */
export function regionOf(acceptLanguage: string | null | undefined): string | undefined {
	for (const tag of parseAcceptLanguage(acceptLanguage)) {
		const region = /-([a-z]{2})$/i.exec(tag)?.[1];
		if (region) return region.toUpperCase();
	}
	return undefined;
}

function maximize(tag: string | null | undefined): { language?: string; script?: string; region?: string } | undefined {
	if (!tag || !/^[a-z]{2,3}([-_][a-z0-9]{1,8}){0,4}$/i.test(tag)) return undefined;
	try {
		const { language, script, region } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
		return { language, script, region };
	} catch {
		return undefined;
	}
}

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
