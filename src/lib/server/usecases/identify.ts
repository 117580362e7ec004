// POST …/identification: whose proof this is. Answers whether it led to a new account.
import { ok, type Result } from '../../contract/result.ts';
import type { Interaction, Verification } from '../core/interaction/state.ts';
import { contactsIn } from '../core/rules/password/owner.ts';
import { isVerified } from '../core/rules/verifications.ts';
import { isChosenPassword } from './is-chosen-password.ts';
import type { Caller, Services } from './ports.ts';
import { step } from './step.ts';

export async function identify(
	services: Services,
	caller: Caller,
	verificationId: string | undefined
): Promise<Result<{ created: boolean }>> {
	const newUserId = services.ids.userId();
	const stepped = await step(services, caller, async (before, scope) => {
		const record = before.verifications.find(({ id }) => id === verificationId);
		const user = record && (await scope.users.findByIdentifier(record.identifier));
		const isPassword = record && !user ? await isPasswordOfNewcomer(services, before, record) : ok(false);
		if (!isPassword.ok) return isPassword;
		const at = services.clock.now();
		return ok({ type: 'identified', verificationId, user, newUserId, isPassword: isPassword.value, at });
	});
	return stepped.ok ? ok({ created: stepped.value.state.event === 'Register' }) : stepped;
}

/**
 * What was proven joins what was staged: neither knew of the other, whichever of them brought the password. Nothing is
 * hashed for what is not proven yet: that it is for strangers alone would tell who has an account.
 */
function isPasswordOfNewcomer(
	services: Services,
	{ event, profile = {} }: Interaction,
	record: Verification
): Promise<Result<boolean>> {
	if (event !== 'Register') return Promise.resolve(ok(false));
	if (record.type === 'NewPasswordIdentity') return isChosenPassword(services, record.digest, contactsIn(profile));
	return isChosenPassword(services, profile.passwordDigest, isVerified(record) ? [record.identifier] : []);
}
