// A database that cannot be opened, in words: which one, what it said, and what to look at. Never its password.
import { NewerDatabase } from '../lib/server/store/migrate.ts';

/** Runs what opens the database; what goes wrong with it is told in a sentence. */
export async function inWords<Value>(databaseUrl: string, open: () => Promise<Value>): Promise<Value> {
	try {
		return await open();
	} catch (error) {
		if (error instanceof NewerDatabase) throw error;
		throw new Error(explain(error as DatabaseFault, databaseUrl), { cause: error });
	}
}

type DatabaseFault = { code?: string; message?: string };

function explain({ code = '', message = '' }: DatabaseFault, databaseUrl: string): string {
	const file = /^file:(.*)/.exec(databaseUrl)?.[1];
	if (file !== undefined) return `the database file ${file} cannot be used: ${message || code}`;
	const { host, name } = placeOf(databaseUrl);
	if (/^(08|57P)|^E[A-Z]+$/.test(code) || /timeout|terminated/.test(message)) {
		return `PostgreSQL at ${host} does not answer (${code || message}).\nIs it running, and is DATABASE_URL right?`;
	}
	if (code === '3D000') return `PostgreSQL at ${host} has no database "${name}".\nMake it: createdb ${name}`;
	const login = code.startsWith('28') ? '\nLook at the user and the password in DATABASE_URL.' : '';
	return `PostgreSQL at ${host} refuses: ${message || code}.${login}`;
}

function placeOf(databaseUrl: string): { host: string; name: string } {
	if (!URL.canParse(databaseUrl)) return { host: 'the address in DATABASE_URL', name: '' };
	const { host, pathname } = new URL(databaseUrl);
	return { host: host || 'localhost', name: decodeURIComponent(pathname.slice(1)) };
}
