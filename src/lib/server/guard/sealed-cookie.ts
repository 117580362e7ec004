// Cookies that only we can read: encrypted, for a while, and each good for one thing and one owner.
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { AccountSession } from '../../contract/account/access.ts';
import type { ConsoleSession } from '../../contract/console.ts';
import type { Draft } from '../../contract/draft.ts';
import { rememberedMs, type Remembered } from '../../contract/remembered.ts';
import type { DeviceTokens } from '../core/device.ts';

export const draftSeconds = 600;
/** Longer than any browser is trusted. */
export const devicesSeconds = 400 * 24 * 3600;
export const accountsSeconds = rememberedMs / 1000;
/** As long as a session at the provider. */
export const consoleSeconds = 14 * 24 * 3600;
export const accountSeconds = consoleSeconds;

/** Done at once: a JWT library hands these few bytes to another thread, which costs more than the encryption. */
export type Seal<Value> = {
	/** How long it opens, and a cookie of it is kept at most. */
	seconds: number;
	seal(value: Value, owner: string): string;
	/** Undefined when it is not ours, too old, or another owner's. */
	open(sealed: string, owner: string): Value | undefined;
};

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

export type Seals = {
	draft: Seal<Draft>;
	accounts: Seal<Remembered>;
	console: Seal<ConsoleSession>;
	account: Seal<AccountSession>;
	devices: Seal<DeviceTokens>;
};

/** What was typed and not proven yet belongs to one application; who has signed in, to the browser. */
export function createSeals(secret: string, now: () => number = Date.now): Seals {
	return {
		draft: createSeal(secret, 'draft-cookie', draftSeconds, now),
		accounts: createSeal(secret, 'accounts-cookie', accountsSeconds, now),
		console: createSeal(secret, 'console-cookie', consoleSeconds, now),
		account: createSeal(secret, 'account-cookie', accountSeconds, now),
		devices: createSeal(secret, 'devices-cookie', devicesSeconds, now)
	};
}

/** Nonce, tag and ciphertext; the owner is authenticated with them. */
function createSeal<Value>(secret: string, purpose: string, seconds: number, now: () => number): Seal<Value> {
	type Sealed = { value: Value; until: number };
	const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'foyer', purpose, 32)));
	return {
		seconds,
		seal(value, owner) {
			const nonce = randomBytes(nonceBytes);
			const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(owner));
			const clear: Sealed = { value, until: now() + seconds * 1000 };
			const text = Buffer.concat([cipher.update(JSON.stringify(clear)), cipher.final()]);
			return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
		},
		open(sealed, owner) {
			const bytes = Buffer.from(sealed, 'base64url');
			const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)];
			try {
				const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
					.setAAD(Buffer.from(owner))
					.setAuthTag(tag);
				const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
				const { value, until } = JSON.parse(text.toString()) as Sealed;
				return until > now() ? value : undefined;
			} catch {
				return undefined;
			}
		}
	};
}
