// Pictures of a brand, and of people: what use cases need of their stores and of who draws them anew.
import type { Result } from '../../../contract/result.ts';

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

/** What somebody uploaded of themselves; `id` is nobody's guess. */
export type OwnPicture = Pick<Picture, 'bytes' | 'type'> & { id: string; createdAt: number };

/** One an account, gone with it. */
export type PictureStore = {
	/** While the account's avatar names it. */
	find(id: string): Promise<Pick<Picture, 'bytes' | 'type'> | undefined>;
	/** In place of the one that there was. */
	put(userId: string, picture: OwnPicture): Promise<void>;
	remove(userId: string): Promise<void>;
};

export type Images = {
	/**
	 * Only its pixels, at most `longestSide` (1024) a side. Refuses what is no PNG, JPEG or WebP, or too large to be decoded
	 * (`guard.mime_type_not_allowed`), and everything while too many wait (`server.unavailable`).
	 */
	redraw(bytes: Uint8Array, options?: { longestSide?: number }): Promise<Result<Picture>>;
};
