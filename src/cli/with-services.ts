// Opens everything for one command and closes it again, whatever happens.
import process from 'node:process';
import { readEnv } from '../lib/server/env.ts';
import { closeServices, services } from '../lib/server/services.ts';
import { migrateStore } from '../lib/server/store/migrate.ts';
import type { Services } from '../lib/server/usecases/ports.ts';

export async function withServices<Value>(run: (all: Services) => Promise<Value>): Promise<Value> {
	await migrateStore(readEnv(process.env).databaseUrl);
	try {
		return await run(await services());
	} finally {
		await closeServices();
	}
}
