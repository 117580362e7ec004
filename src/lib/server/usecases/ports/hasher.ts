// Keyed hashes.

/** Keyed hashes: what the store may hold of a secret. */
export type Hasher = {
	/** HMAC-SHA-256 (base64url) over the parts, each length-prefixed. */
	hmac(purpose: string, ...parts: string[]): string;
	/** Zero bits that the plain SHA-256 of `text` begins with: what a proof of work is worth. */
	leadingZeroBits(text: string): number;
};
