// Long lists, a page at a time: `?page=1&page_size=20`.
import { z } from 'zod';

export const pageQuery = z.object({
	page: z.coerce.number().int().min(1).max(1_000_000).default(1),
	page_size: z.coerce.number().int().min(1).max(100).default(20)
});
export type PageQuery = z.infer<typeof pageQuery>;

export type Page<Item> = { items: Item[]; total: number };

export function toLimits({ page, page_size: limit }: PageQuery): { limit: number; offset: number } {
	return { limit, offset: (page - 1) * limit };
}
