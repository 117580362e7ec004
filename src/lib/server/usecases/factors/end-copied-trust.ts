// What a browser held came back after somebody had shown what replaced it: somebody has a copy, and nobody can tell who the owner is.
import type { Device } from '../../core/device.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import type { Caller, Services } from '../ports.ts';
import { tellOwner } from '../tell-owner.ts';

/** The account does not know that browser any more. Once, however often it is tried. */
export async function endCopiedTrust(
	services: Services,
	caller: Caller,
	{ id: interactionId, clientId: applicationId }: Interaction,
	{ userId, copied }: { userId: string; copied: Device }
): Promise<void> {
	const { store, clock } = services;
	const { ip, userAgent } = caller;
	const isEnded = await store.transaction(async (scope) => {
		if (!(await scope.devices.removeCopied(userId, copied))) return false;
		const from = { interactionId, applicationId, userId, ip, userAgent, at: clock.now() };
		await scope.audit.append({ key: 'TrustedDevice.Copied', result: 'Error', ...from });
		return true;
	});
	if (isEnded) await tellOwner(services, caller, { userId, what: 'browser-copied' }, applicationId);
}
