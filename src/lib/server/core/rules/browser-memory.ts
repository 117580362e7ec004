// What a browser keeps of a sign-in: the account, to go on with by one press the next time; or nothing at all.
import type { SignInWay } from '../../../contract/remembered.ts';
import type { Identifier } from '../../../contract/schemas.ts';
import type { Settings } from '../../../contract/settings.ts';
import { accepted, type Decision, type Started } from '../interaction/decision.ts';
import type { Act } from '../interaction/effect.ts';
import type { ComputerShared } from '../interaction/event.ts';
import type { Interaction, Verification } from '../interaction/state.ts';

/** Holds to the end of the interaction, also where the settings stop asking meanwhile. */
export function shareComputer(state: Interaction, { isShared }: ComputerShared): Decision {
	if (Boolean(state.isShared) === isShared) return accepted(state);
	return accepted({ ...state, isShared: isShared || undefined });
}

export function remembersNothing({ isShared }: Pick<Interaction, 'isShared'>, { browserMemory }: Settings): boolean {
	return isShared === true || browserMemory === 'Never';
}

/** `proofs`: of the account that is signed in; without one it has just been made with a name and a password. */
export function keepAccount(
	state: Started,
	{ userId, proofs, at }: { userId: string; proofs: Verification[]; at: number },
	policy: Settings
): Act[] {
	if (remembersNothing(state, policy)) return [{ type: 'forget-accounts' }];
	const last = proofs.at(-1);
	const name = state.profile?.username;
	if (last) return [{ type: 'remember-account', userId, identifier: last.identifier, way: wayOf(last), at }];
	const identifier: Identifier | undefined = name === undefined ? undefined : { type: 'username', value: name };
	return identifier ? [{ type: 'remember-account', userId, identifier, way: 'password', at }] : [];
}

function wayOf({ type }: Verification): SignInWay {
	if (type === 'SignInPasskey') return 'passkey';
	return type === 'Password' || type === 'NewPasswordIdentity' ? 'password' : 'code';
}
