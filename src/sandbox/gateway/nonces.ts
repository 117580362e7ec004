// Remembers the nonces of accepted requests, so that a captured request cannot be sent again.

export type Nonces = {
	/** False when this key has used the nonce already. Call it only after the signature has passed. */
	use(accessKeyId: string, nonce: string, at: number): boolean;
};

/** A stamp may lie `skewMs` ahead and stay good for as long after: twice the skew covers both. */
export function createNonces(skewMs: number): Nonces {
	const seen = new Map<string, number>();
	return {
		use(accessKeyId, nonce, at) {
			for (const [key, usedAt] of seen) {
				if (at - usedAt <= 2 * skewMs) break;
				seen.delete(key);
			}
			const key = `${accessKeyId}\n${nonce}`;
			if (seen.has(key)) return false;
			seen.set(key, at);
			return true;
		}
	};
}
