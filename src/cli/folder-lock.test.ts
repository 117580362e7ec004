import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '../lib/server/env.ts';
import { lockDataFolder } from './folder-lock.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'foyer-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const demo = () => readEnv({ FOYER_DATA_DIR: folder, PORT: '3711' });
const production = () =>
	readEnv({
		FOYER_DATA_DIR: folder,
		FOYER_ORIGIN: 'https://login.example.com',
		FOYER_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789'
	});

function take(env = demo()) {
	const lock = lockDataFolder(env);
	if (!lock.ok) throw new Error(lock.problem.join('\n'));
	return lock;
}

describe('the lock of a data folder', () => {
	it('lets one demo in, and tells the next who is there and where else to go', () => {
		const first = take();
		expect(() => take()).toThrow(`process ${process.pid}, http://localhost:3711`);
		expect(() => take()).toThrow('FOYER_DATA_DIR=');
		first.release();
	});

	it('is free again once it is released', () => {
		take().release();
		take().release();
	});

	it('is of one folder: a demo in another one is not in the way', () => {
		const first = take();
		take(readEnv({ FOYER_DATA_DIR: path.join(folder, 'other') })).release();
		first.release();
	});

	it('is not asked of a production, which may have many processes', () => {
		const first = take(production());
		take(production()).release();
		first.release();
	});
});
