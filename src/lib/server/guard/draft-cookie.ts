// The sealed cookie between pages: what was typed and not proven yet. Encrypted, ten minutes, per application.
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { Draft } from '../../contract/draft.ts';

export const draftSeconds = 600;

/** Done at once: a JWT library hands these few bytes to another thread, which costs more than the encryption. */
export type DraftSeal = {
	seal(draft: Draft, applicationId: string): string;
	/** Undefined when it is not ours, too old, or another application's. */
	open(sealed: string, applicationId: string): Draft | undefined;
};

type Sealed = { draft: Draft; until: number };

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Nonce, tag and ciphertext; the application is authenticated with them. */
export function createDraftSeal(secret: string, now: () => number = Date.now): DraftSeal {
	const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'foyer', 'draft-cookie', 32)));
	return {
		seal(draft, applicationId) {
			const nonce = randomBytes(nonceBytes);
			const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(applicationId));
			const clear: Sealed = { draft, until: now() + draftSeconds * 1000 };
			const text = Buffer.concat([cipher.update(JSON.stringify(clear)), cipher.final()]);
			return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
		},
		open(sealed, applicationId) {
			const bytes = Buffer.from(sealed, 'base64url');
			const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)];
			try {
				const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
					.setAAD(Buffer.from(applicationId))
					.setAuthTag(tag);
				const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
				const { draft, until } = JSON.parse(text.toString()) as Sealed;
				return until > now() ? draft : undefined;
			} catch {
				return undefined;
			}
		}
	};
}
