// Finds what may be fine in a demo but must not be there when real people sign in.
import type { Services } from './ports.ts';
import { demoApplicationId } from './seed-demo.ts';

/** One sentence for each obstacle; Foyer does not start while there is any. */
export async function reviewProduction(
	{ store }: Pick<Services, 'store'>,
	isStandIn: (config: unknown) => boolean
): Promise<string[]> {
	const obstacles: string[] = [];
	if (await store.applications.find(demoApplicationId)) {
		obstacles.push(`the demo application is registered: foyer app remove ${demoApplicationId}`);
	}
	for (const { connectorId, config, enabled } of await store.connectors.list()) {
		if (enabled && isStandIn(config)) {
			obstacles.push(`${connectorId} sends to a stand-in on a local address: foyer connector set --help`);
		}
	}
	return obstacles;
}
