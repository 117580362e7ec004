// Asks `/provider-page`, in-process, for a page that no route of its own draws.

export type Described = {
	/** What it says; the page's load knows which there are. */
	page: object;
	/** What the person's browser shows. */
	address: string;
	/** The application that it is about, in whose look it is drawn if that has one. */
	owner?: { id: string; isThirdParty?: boolean };
};

export function drawPage(fetch: typeof globalThis.fetch, described: Described): Promise<Response> {
	const { owner } = described;
	const query = owner ? `?${new URLSearchParams({ app_id: owner.id })}` : '';
	const page = Buffer.from(JSON.stringify(described)).toString('base64url');
	return fetch(`/provider-page${query}`, { headers: { 'x-foyer-page': page } });
}
