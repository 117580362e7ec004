// The passwords that attackers try first: a shipped list of truncated SHA-256 values, sorted, read at the first look-up.
import { createHash } from 'node:crypto';
import { foldPassword } from '../core/rules/password/fold.ts';

/** 48 bits: of a million million good passwords, some 300 are mistaken for one of 85,000 bad ones. */
export const keyBytes = 6;

let loading: Promise<Buffer> | undefined;

export async function isCommon(password: string): Promise<boolean> {
	loading ??= load();
	return hasKey(await loading, keyOf(password));
}

export function keyOf(password: string): number {
	return createHash('sha256').update(foldPassword(password)).digest().readUIntBE(0, keyBytes);
}

async function load(): Promise<Buffer> {
	const { default: base64 } = await import('./blocklist-data.ts');
	return Buffer.from(base64, 'base64');
}

function hasKey(keys: Buffer, wanted: number): boolean {
	let low = 0;
	let high = keys.length / keyBytes;
	while (low < high) {
		const middle = (low + high) >> 1;
		const key = keys.readUIntBE(middle * keyBytes, keyBytes);
		if (key === wanted) return true;
		if (key < wanted) low = middle + 1;
		else high = middle;
	}
	return false;
}
