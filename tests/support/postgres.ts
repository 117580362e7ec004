// A fresh PostgreSQL database for a test server, dropped afterwards.
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Where a server is expected; FOYER_TEST_POSTGRES names another one. */
export const postgresUrl = process.env.FOYER_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/test';

export async function isPostgresThere(): Promise<boolean> {
	try {
		await query('select 1');
		return true;
	} catch {
		return false;
	}
}

export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
	const name = `foyer_${randomBytes(6).toString('hex')}`;
	await query(`create database ${name}`);
	const url = new URL(postgresUrl);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => query(`drop database if exists ${name} with (force)`) };
}

async function query(sql: string): Promise<void> {
	const client = new pg.Client({ connectionString: postgresUrl, connectionTimeoutMillis: 20_000 });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}
