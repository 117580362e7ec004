// A fresh PostgreSQL database for a test server, dropped afterwards.
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Where a server is expected; FOYER_TEST_POSTGRES names another one. */
export const postgresUrl = process.env.FOYER_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/test';

export async function isPostgresThere(): Promise<boolean> {
	try {
		await askServer('select 1');
		return true;
	} catch {
		return false;
	}
}

export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
	const name = `foyer_${randomBytes(6).toString('hex')}`;
	await askServer(`create database ${name}`);
	const url = new URL(postgresUrl);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => askServer(`drop database if exists ${name} with (force)`) };
}

export async function askServer(statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: postgresUrl, connectionTimeoutMillis: 20_000 });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
