// What a page weighs before it is drawn, against what a server sends before it waits for an answer; and its pictures.

/** Ten packets of TCP, with room for headers: what arrives at once on a new connection. */
export const firstFlight = 14_336;

/** What an upload may weigh, said here once more: its schemas are no burden for a browser to carry. */
export const mostPicture = 500_000;

/** As sent, in bytes; told by the frame of a preview. */
export type Weight = {
	/** The page, and the style sheets that all pages have. */
	page: number;
	/** The tenant's own style sheet. */
	ownSheet: number;
	/** Of `page`: pictures that stand in it as data. */
	carried: number;
	/** Of the heaviest picture that it loads. */
	picture: number;
	/** Its path on this origin. */
	pictureAt: string;
};

export type WeightFlaw =
	| { kind: 'carried'; total: number; bytes: number }
	/** `most` is what the style sheet may weigh; 0 where nothing of it has room. */
	| { kind: 'sheet'; total: number; bytes: number; most: number }
	| { kind: 'picture'; bytes: number; most: number; at: string };

/** What of the tenant's can be mended; what the pages weigh by themselves is not the tenant's. */
export function weightFlaws({ page, ownSheet, carried, picture, pictureAt }: Weight): WeightFlaw[] {
	const total = page + ownSheet;
	const over = total - firstFlight;
	const flaws: WeightFlaw[] = [];
	// Base64 hardly shrinks on its way.
	if (over > 0 && carried > 0) flaws.push({ kind: 'carried', total, bytes: carried });
	if (over > 0 && ownSheet > 0) {
		flaws.push({ kind: 'sheet', total, bytes: ownSheet, most: Math.max(0, ownSheet - over) });
	}
	if (picture > mostPicture) flaws.push({ kind: 'picture', bytes: picture, most: mostPicture, at: pictureAt });
	return flaws;
}

/** Undefined where a frame tells something else. */
export function readWeight(told: unknown): Weight | undefined {
	if (typeof told !== 'object' || told === null) return undefined;
	const { page, ownSheet, carried, picture, pictureAt } = told as Record<string, unknown>;
	const [a, b, c, d] = [page, ownSheet, carried, picture].map((bytes) =>
		typeof bytes === 'number' && bytes >= 0 ? Math.round(bytes) : undefined
	);
	if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
	return { page: a, ownSheet: b, carried: c, picture: d, pictureAt: typeof pictureAt === 'string' ? pictureAt : '' };
}
