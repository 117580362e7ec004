// POST …/preflight/sign-in-passkey/authentication: a challenge for whoever is there. Nobody is named, so nothing is told.
import { ok, type Result } from '../../contract/result.ts';
import type { Caller, Ceremony, Services } from './ports.ts';
import { step } from './step.ts';

export async function askSignInPasskey(
	services: Services,
	caller: Caller
): Promise<Result<{ options: Ceremony['options'] }>> {
	const { challenge, options } = await services.passkeys.authenticationOptions();
	const stepped = await step(services, caller, async () =>
		ok({ type: 'sign-in-passkey-asked', challenge, at: services.clock.now() })
	);
	return stepped.ok ? ok({ options }) : stepped;
}
