// A browser's cookies for one host, as far as our tests need them: paths, deletion, nothing else.

type Cookie = { name: string; value: string; path: string };

export type CookieJar = {
	/** The Cookie header for a path; undefined when there is none to send. */
	header(path: string): string | undefined;
	keep(response: Response): void;
	get(name: string): string | undefined;
	names(): string[];
	clear(): void;
};

export function createCookieJar(): CookieJar {
	let cookies: Cookie[] = [];
	return {
		header(path) {
			const fitting = cookies
				.filter((cookie) => isWithin(path, cookie.path))
				.sort((a, b) => b.path.length - a.path.length);
			return fitting.length > 0 ? fitting.map(({ name, value }) => `${name}=${value}`).join('; ') : undefined;
		},
		keep(response) {
			for (const line of response.headers.getSetCookie()) {
				const { cookie, isDeleted } = parse(line);
				cookies = cookies.filter(({ name, path }) => name !== cookie.name || path !== cookie.path);
				if (!isDeleted) cookies.push(cookie);
			}
		},
		get: (name) => cookies.find((cookie) => cookie.name === name)?.value,
		names: () => cookies.map(({ name }) => name),
		clear() {
			cookies = [];
		}
	};
}

function parse(line: string): { cookie: Cookie; isDeleted: boolean } {
	const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
	const equals = pair.indexOf('=');
	const find = (name: string) =>
		attributes.find((attribute) => attribute.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
	const expires = find('expires');
	const maxAge = find('max-age');
	return {
		cookie: { name: pair.slice(0, equals), value: pair.slice(equals + 1), path: find('path') ?? '/' },
		isDeleted: maxAge !== undefined ? Number(maxAge) <= 0 : expires !== undefined && Date.parse(expires) <= Date.now()
	};
}

function isWithin(path: string, cookiePath: string): boolean {
	return path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
}
