// POST /api/sentinel-activities/delete: who was locked out by failed attempts may try again at once.
import { ok, type Result } from '../../../contract/result.ts';
import { identifierType } from '../../../contract/schemas.ts';
import { targetKeys } from '../attempts.ts';
import type { MachineCaller, Services } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { signInIdentifier } from '../sign-in-identifier.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'settings' | 'hasher'>;

/** A target is an identifier, whoever has it, or the id of an account. */
export async function unlock(services: Needs, caller: MachineCaller, targets: string[]): Promise<Result<undefined>> {
	const { store, clock } = services;
	const keys = await Promise.all(targets.map((target) => keysOf(services, target)));
	return store.transaction(async (scope) => {
		await scope.lockouts.forgive([...new Set(keys.flat())]);
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.Unlock');
		return ok();
	});
}

/** What is counted under each of the three things that the text can be. */
async function keysOf(services: Needs, text: string): Promise<string[]> {
	const settings = await services.settings();
	const identifiers = identifierType.options
		.map((type) => signInIdentifier({ type, value: text }, settings))
		.flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
	const holders = await Promise.all(identifiers.map((identifier) => services.store.users.findHolderId(identifier)));
	return [
		...targetKeys(services, { userId: text }),
		...holders.flatMap((userId) => (userId ? targetKeys(services, { userId }) : [])),
		...identifiers.flatMap((identifier) => targetKeys(services, { identifier }))
	];
}
