// Bcrypt digests of other systems.
import { verify } from '@node-rs/bcrypt';
import type { Matcher } from './matcher.ts';

/** Cost 15 takes seconds; nobody uses more. */
const digestShape = /^\$2[aby]\$(?:0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$/;

/** Bcrypt ignores everything beyond, and takes a zero byte for the end: other passwords would match too. */
const mostBytes = 72;

export function readBcrypt(digest: string): Matcher | undefined {
	if (!digestShape.test(digest)) return undefined;
	return async (password) =>
		!password.includes('\0') && Buffer.byteLength(password) <= mostBytes && (await verify(password, digest));
}
