// Links that open the studio for a while where it is not open to everybody: signed, and nothing but an end in them.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export type StudioLinks = {
	/** A token that is good until then, in epoch milliseconds. */
	mint(until: number): string;
	isGood(token: string | null): boolean;
};

export function createStudioLinks(secret: string, now: () => number = Date.now): StudioLinks {
	const key = Buffer.from(hkdfSync('sha256', secret, 'foyer', 'studio-link', 32));
	const sign = (until: string) => createHmac('sha256', key).update(until).digest();
	return {
		mint: (until) => `${until}.${sign(String(until)).toString('base64url')}`,
		isGood(token) {
			const [, until = '', signature = ''] = /^(\d{1,16})\.([\w-]{43})$/.exec(token ?? '') ?? [];
			if (!until) return false;
			const given = Buffer.from(signature, 'base64url');
			const wanted = sign(until);
			return given.length === wanted.length && timingSafeEqual(given, wanted) && Number(until) > now();
		}
	};
}
