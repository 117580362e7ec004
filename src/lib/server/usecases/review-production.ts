// Finds what may be fine in a demo but must not be there when real people sign in.
import { isLocalAddress } from './local-address.ts';
import type { Services } from './ports.ts';
import { demoApplicationId } from './seed-demo.ts';
import { endpointOf } from './set-connector.ts';

/** One sentence for each obstacle; Foyer does not start while there is any. */
export async function reviewProduction({ store }: Pick<Services, 'store'>): Promise<string[]> {
	const obstacles: string[] = [];
	if (await store.applications.find(demoApplicationId)) {
		obstacles.push(`the demo application is registered: foyer app remove ${demoApplicationId}`);
	}
	for (const { connectorId, config, enabled } of await store.connectors.list()) {
		const endpoint = endpointOf(config);
		if (enabled && endpoint && isLocalAddress(endpoint)) {
			obstacles.push(`${connectorId} sends to ${new URL(endpoint).host}, a local address: foyer connector set …`);
		}
	}
	return obstacles;
}
