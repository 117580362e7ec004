// Opens everything for one command and closes it again, whatever happens.
import process from 'node:process';
import { readEnv } from '../lib/server/env.ts';
import type { Services } from '../lib/server/usecases/ports.ts';
import { inWords } from './database-fault.ts';

export async function withServices<Value>(run: (all: Services) => Promise<Value>): Promise<Value> {
	const { databaseUrl } = readEnv(process.env);
	// Loaded only now: help, and a refusal of the environment, should not wait for a provider and a database driver.
	const { migrateStore } = await import('../lib/server/store/migrate.ts');
	const { closeServices, services } = await import('../lib/server/services.ts');
	await inWords(databaseUrl, () => migrateStore(databaseUrl));
	try {
		return await run(await services());
	} finally {
		await closeServices();
	}
}
