// The owner's own switch: whether second factors are asked at sign-in, and whether one is offered still. It weakens
// nothing that the installation insists on: the rules look at the policy first, whenever a sign-in ends.
import { ok, type Result } from '../../../contract/result.ts';
import type { OwnChoices } from '../../../contract/users.ts';
import type { FactorChoices } from '../../core/factor.ts';
import type { MachineCaller, Services } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { tellOwner } from '../tell-owner.ts';
import { unknownUser } from '../unknown-user.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'messenger' | 'log'>;

export async function readChoices({ store }: Pick<Services, 'store'>, id: string): Promise<Result<OwnChoices>> {
	const user = await store.users.find(id);
	return user ? ok(show(user.factorChoices)) : unknownUser(id);
}

/** What is not named stays. */
export async function changeChoices(
	services: Needs,
	caller: MachineCaller,
	id: string,
	{ mfa: { skipMfaOnSignIn, ...named } }: OwnChoices
): Promise<Result<OwnChoices>> {
	const { store, clock } = services;
	let isOn: boolean | undefined;
	const changed = await store.transaction<Result<OwnChoices>>(async (scope) => {
		isOn = undefined;
		const user = await scope.users.find(id);
		if (!user) return unknownUser(id);
		const switched = skipMfaOnSignIn === undefined ? {} : { enabled: !skipMfaOnSignIn };
		const choices: FactorChoices = { ...user.factorChoices, ...named, ...switched };
		await scope.factors.choose(id, choices);
		if (isAsked(choices) !== isAsked(user.factorChoices)) isOn = isAsked(choices);
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.Mfa.Choice', { userId: id });
		return ok(show(choices));
	});
	const what = isOn ? 'second-step-on' : 'second-step-off';
	if (changed.ok && isOn !== undefined) await tellOwner(services, caller, { userId: id, what }, caller.applicationId);
	return changed;
}

/** Whether sign-in asks for a second factor that there is. */
function isAsked({ enabled }: FactorChoices = {}): boolean {
	return enabled !== false;
}

function show(choices: FactorChoices = {}): OwnChoices {
	return { mfa: { ...choices, skipMfaOnSignIn: choices.enabled === false } };
}
