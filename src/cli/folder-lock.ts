// One demo at a time on a data folder: a second one would point the first one's connectors and redirects to its own ports.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import type { Env } from '../lib/server/env.ts';

export type FolderLock = { ok: true; release(): void } | { ok: false; problem: string[] };

/** A starter that we meet in the middle of its first writes is done after this long. */
const waitMs = 500;

/**
 * The operating system holds the lock, through SQLite, and drops it with the process however that ends. A process id alone
 * would have to be doubted: after `kill -9` in a container the next process often has the same one. It is for people.
 *
 * A production seeds nothing, and several of its processes may well share a folder: it takes no lock.
 */
export function lockDataFolder({ demo, dataFolder, origin }: Env): FolderLock {
	if (!demo) return { ok: true, release: () => undefined };
	mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
	const file = new DatabaseSync(path.join(dataFolder, 'foyer.lock'), { timeout: waitMs });
	try {
		file.exec('begin immediate; create table if not exists holder (pid integer, origin text); delete from holder');
		file.prepare('insert into holder values (?, ?)').run(process.pid, origin);
		// Committed, so that others can read who holds it; taken again, and kept for as long as we run.
		file.exec('commit; begin immediate');
		return { ok: true, release: () => file.close() };
	} catch (error) {
		const holder = isBusy(error) ? readHolder(file) : undefined;
		file.close();
		if (!holder) throw error;
		return { ok: false, problem: explain(holder, dataFolder) };
	}
}

type Holder = { pid: number; origin: string };

function readHolder(file: DatabaseSync): Holder | undefined {
	return file.prepare('select pid, origin from holder').get() as Holder | undefined;
}

function isBusy(error: unknown): boolean {
	const sqliteBusy = 5;
	return ((error as { errcode?: number }).errcode ?? 0) % 256 === sqliteBusy;
}

function explain({ pid, origin }: Holder, dataFolder: string): string[] {
	return [
		`Foyer already runs on the data folder ${dataFolder}: process ${pid}, ${origin}`,
		`Close that one (Ctrl-C there, or kill ${pid}), or give this one a folder and ports of its own:`,
		'FOYER_DATA_DIR=.data-2 PORT=3711 SANDBOX_PORT=4711 npm start'
	];
}
