// What `start` and `dev` do before they open the door: migrate, then seed the demo or look over the production.
import type { Env } from '../lib/server/env.ts';
import { linkAdministrator, makeAdministrator } from '../lib/server/usecases/administrators.ts';
import type { Services } from '../lib/server/usecases/ports.ts';
import { reviewProduction } from '../lib/server/usecases/review-production.ts';
import { seedDemo } from '../lib/server/usecases/seed-demo.ts';
import { isStandIn } from './check-connector.ts';
import { sandboxConnectors } from './sandbox-connectors.ts';
import { withServices } from './with-services.ts';

/** For as long as somebody may look at the terminal. */
const linkMs = 24 * 3_600_000;
const demoAdministrator = 'admin@foyer.example';

export type Prepared = {
	/** What stands in the way of starting. */
	obstacles: string[];
	/** Signs the first administrator in. Printed by the demo only: other terminals end in log files. */
	consoleLink?: string;
};

export async function prepare(env: Env): Promise<Prepared> {
	return withServices(async (services) => {
		if (!env.demo) return { obstacles: await reviewProduction(services, isStandIn) };
		const connectors = env.sandboxPort > 0 ? sandboxConnectors(env.sandboxPort) : [];
		await seedDemo(services, { connectors, isStandIn });
		return { obstacles: [], consoleLink: await linkToConsole(services) };
	});
}

async function linkToConsole(services: Services): Promise<string | undefined> {
	const [known] = await services.store.users.listAdmins();
	const made = known ? undefined : await makeAdministrator(services, demoAdministrator);
	const administrator = known ?? (made?.ok ? made.value : undefined);
	const link = administrator && (await linkAdministrator(services, administrator, linkMs));
	return link?.ok ? link.value : undefined;
}
