// The sealed cookie between pages: what was typed and not proven yet. Encrypted, ten minutes, per application.
import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { Draft } from '../../contract/draft.ts';

export const draftSeconds = 600;

export type DraftSeal = {
	seal(draft: Draft, applicationId: string): Promise<string>;
	/** Undefined when it is not ours, too old, or another application's. */
	open(sealed: string, applicationId: string): Promise<Draft | undefined>;
};

export function createDraftSeal(secret: string): DraftSeal {
	const key = new Uint8Array(hkdfSync('sha256', secret, 'foyer', 'draft-cookie', 32));
	return {
		seal: (draft, applicationId) =>
			new EncryptJWT({ draft })
				.setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
				.setAudience(applicationId || '-')
				.setExpirationTime(`${draftSeconds}s`)
				.encrypt(key),
		async open(sealed, applicationId) {
			try {
				const { payload } = await jwtDecrypt<{ draft: Draft }>(sealed, key, { audience: applicationId || '-' });
				return payload.draft;
			} catch {
				return undefined;
			}
		}
	};
}
