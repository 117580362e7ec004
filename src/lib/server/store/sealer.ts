// Encrypts what the installation must be able to read back: client secrets, connector configurations, signing keys.
import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, errors } from 'jose';

export type Sealer = {
	/** `place` names the row, so that a sealed value cannot be moved to another one. */
	seal(place: string, value: unknown): Promise<string>;
	open(place: string, sealed: string): Promise<unknown>;
};

/** The key is derived from FOYER_SECRET: whoever has only the database has nothing. */
export function createSealer(secret: string): Sealer {
	const key = new Uint8Array(hkdfSync('sha256', secret, '', 'foyer/store/1', 32));
	return {
		seal: (place, value) =>
			new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
				.setProtectedHeader({ alg: 'dir', enc: 'A256GCM', place })
				.encrypt(key),
		async open(place, sealed) {
			const { plaintext, protectedHeader } = await decrypt(sealed, key);
			if (protectedHeader.place !== place) throw new Error(`The stored secret of ${place} belongs to another row.`);
			return JSON.parse(new TextDecoder().decode(plaintext));
		}
	};
}

async function decrypt(sealed: string, key: Uint8Array) {
	try {
		return await compactDecrypt(sealed, key, {
			keyManagementAlgorithms: ['dir'],
			contentEncryptionAlgorithms: ['A256GCM']
		});
	} catch (error) {
		if (!(error instanceof errors.JWEDecryptionFailed)) throw error;
		throw new Error(
			'FOYER_SECRET is not the one that this database was written with.\n' +
				'Give it that one, or a database of its own: a demo keeps its secret in the data folder, and belongs into no production.',
			{ cause: error }
		);
	}
}
