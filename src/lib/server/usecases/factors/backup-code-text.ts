// Backup codes as people write them: sixteen characters in groups of four, none of which is taken for another.
import type { Hasher, Ids } from '../ports.ts';

/** 80 bits each (OWASP ASVS 6.5.2 asks for a slow hash below 112 bits, or a keyed one as here: see `digest`). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const groups = 4;
const groupLength = 4;

export function newBackupCode(ids: Pick<Ids, 'pick'>): string {
	return Array.from({ length: groups }, () => ids.pick(alphabet, groupLength)).join('-');
}

/** However it was typed: capitals, spaces, dashes; o for 0 and i or l for 1 (Crockford's base 32). */
export function backupCodeDigest(hasher: Hasher, userId: string, code: string): string {
	const plain = code.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
	return hasher.hmac('backup-code', userId, plain);
}
