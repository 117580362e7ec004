// Ways to reach a person when the pages cannot help, and where a link to them leads.
export type Support = { email?: string; website?: string };

export function contactOf(support: Support | undefined): string | undefined {
	return support?.website ?? (support?.email && `mailto:${support.email}`);
}
