// Bcrypt digests of other systems.
import { verify } from '@node-rs/bcrypt';

/** Cost 15 takes seconds; nobody uses more. */
const digestShape = /^\$2[aby]\$(?:0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$/;

/** Bcrypt ignores everything beyond, and takes a zero byte for the end: other passwords would match too. */
const mostBytes = 72;

export async function verifyBcrypt(digest: string, password: string): Promise<boolean> {
	if (!digestShape.test(digest)) return false;
	if (password.includes('\0') || Buffer.byteLength(password) > mostBytes) return false;
	return verify(password, digest);
}
