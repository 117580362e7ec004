// Pictures of a brand: what use cases need of their store and of who draws them anew.

export type Picture = { bytes: Uint8Array; type: 'image/png' | 'image/webp'; width: number; height: number };

/** `id` is a hash of the bytes, so that an address never means another picture. */
export type Asset = Picture & { id: string; createdAt: number };

export type AssetStore = {
	find(id: string): Promise<Asset | undefined>;
	/** Newest first. */
	list(): Promise<Omit<Asset, 'bytes'>[]>;
	/** One that is there stays. */
	put(asset: Asset): Promise<void>;
	remove(id: string): Promise<boolean>;
};

export type Images = {
	/** Only its pixels, at most 1024 a side; undefined for what is no PNG, JPEG or WebP, or too large to be decoded. */
	redraw(bytes: Uint8Array): Promise<Picture | undefined>;
};
