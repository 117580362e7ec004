// Where temporary files cost no disk: a hundred databases that wait for one at every write, and are thrown away.
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';

const memory = '/dev/shm';
/** Containers often have 64 MB of it: too little for a browser's profile and a few databases. */
const leastBytes = 1_000_000_000;

/** `env` sends temporary files there; without enough memory to spare they stay where they were. */
export function openQuickFolder(): { env: NodeJS.ProcessEnv; remove(): void } {
	if (freeBytes() < leastBytes) return { env: {}, remove() {} };
	const folder = mkdtempSync(`${memory}/foyer-tests-`);
	// As open as the usual place: nginx serves from there under another name.
	chmodSync(folder, 0o755);
	return { env: { TMPDIR: folder }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function freeBytes(): number {
	try {
		const { bavail, bsize } = statfsSync(memory);
		return bavail * bsize;
	} catch {
		return 0;
	}
}
