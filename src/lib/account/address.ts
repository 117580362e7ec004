// Addresses of the account page.

/** Never out of the account page, whatever the address or a cookie says. */
export function insideAccount(to: unknown): string {
	return typeof to === 'string' && /^\/account(\/[\w-]+)*$/.test(to) ? to : '/account';
}

/** The page that this one is a part of. */
export function parentOf(pathname: string): string | undefined {
	return pathname === '/account' ? undefined : pathname.slice(0, pathname.lastIndexOf('/'));
}

/** What is said once on the page that follows. */
const news = ['saved', 'removed', 'password', 'signed-out', 'distrusted'] as const;
export type News = (typeof news)[number];

export function newsIn({ searchParams }: URL): News | undefined {
	return news.find((one) => one === searchParams.get('done'));
}

export function withNews(page: string, done: News | undefined): string {
	return done ? `${page}?${new URLSearchParams({ done })}` : page;
}
