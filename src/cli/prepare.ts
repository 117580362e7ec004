// What `start` and `dev` do before they open the door: migrate, then seed the demo or look over the production.
import type { Env } from '../lib/server/env.ts';
import { reviewProduction } from '../lib/server/usecases/review-production.ts';
import { seedDemo } from '../lib/server/usecases/seed-demo.ts';
import { isStandIn } from './check-connector.ts';
import { sandboxConnectors } from './sandbox-connectors.ts';
import { withServices } from './with-services.ts';

/** Answers what stands in the way of starting. */
export async function prepare(env: Env): Promise<string[]> {
	return withServices(async (services) => {
		if (!env.demo) return reviewProduction(services, isStandIn);
		const connectors = env.sandboxPort > 0 ? sandboxConnectors(env.sandboxPort) : [];
		await seedDemo(services, { connectors, isStandIn });
		return [];
	});
}
