// POST …/profile: one thing that the account still lacks, kept in the interaction until it is submitted.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { ProfileItem, Identifier } from '../../contract/schemas.ts';
import { parseUsername } from '../../contract/username.ts';
import type { ProfileOffered } from '../core/interaction/event.ts';
import type { Interaction } from '../core/interaction/state.ts';
import { ownerOf } from '../core/rules/password/owner.ts';
import { isPasswordAskedFor } from '../core/rules/policy.ts';
import { isVerified } from '../core/rules/verifications.ts';
import { readExtraProfile } from '../core/rules/extra-profile.ts';
import { examinePassword } from './examine-password.ts';
import { findFacts } from './factors/find-facts.ts';
import { isChosenPassword } from './is-chosen-password.ts';
import type { Caller, Services } from './ports.ts';
import { findIdentified, recall } from './recall.ts';
import { turnAway } from './record-refusal.ts';
import { step } from './step.ts';

type Offered = ProfileOffered['item'];

export async function completeProfile(
	services: Services,
	caller: Caller,
	item: ProfileItem
): Promise<Result<undefined>> {
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const offered = await examine(services, open.value, item);
	if (!offered.ok) return turnAway(services, caller, open.value, 'Profile', offered.problem);
	const stepped = await step(services, caller, async (before, scope) => {
		const facts = await findFacts(before, scope, await services.settings());
		const wanted = identifierOf(offered.value, before);
		const holderId = wanted && (await scope.users.findHolderId(wanted));
		const isPassword = await isChosenPassword(
			services,
			before.profile?.passwordDigest,
			mayBeAdded(before, offered.value) ? [wanted] : []
		);
		if (!isPassword.ok) return isPassword;
		const at = services.clock.now();
		const item = offered.value;
		return ok({ type: 'profile-offered', item, ...facts, holderId, isPassword: isPassword.value, at });
	});
	return stepped.ok ? ok() : stepped;
}

async function examine(services: Services, before: Interaction, item: ProfileItem): Promise<Result<Offered>> {
	const settings = await services.settings();
	switch (item.type) {
		case 'username': {
			const username = parseUsername(item.value, settings.usernamePolicy);
			return username.ok ? ok({ type: 'username', value: username.value }) : username;
		}
		case 'password': {
			if (!before.event) return refuse('session.interaction_not_found');
			if (!isPasswordAskedFor(settings)) return refuse('user.sign_up_method_not_enabled');
			// Only somebody who is known, or is registering, has a password to choose: nothing is hashed for others.
			const user = await findIdentified(before, services.store);
			if (before.event === 'SignIn' && !user) return refuse('session.identifier_not_found');
			const password = await examinePassword(services, item.value, ownerOf(before, user), before.clientId);
			return password.ok ? ok({ type: 'password', password: password.value }) : password;
		}
		case 'extraProfile': {
			const values = readExtraProfile(item.values, settings);
			return values.ok ? ok({ type: 'extraProfile', values: values.value }) : values;
		}
		default:
			return ok(item);
	}
}

/** Nothing is hashed for what is refused whatever the password is. */
function mayBeAdded({ event, verifications }: Interaction, item: Offered): boolean {
	if (event === 'ForgotPassword') return false;
	if (item.type !== 'email' && item.type !== 'phone') return true;
	return verifications.some((record) => record.id === item.verificationId && isVerified(record));
}

/** The username or contact that is offered: somebody else may hold it. */
function identifierOf(item: Offered, { verifications }: Interaction): Identifier | undefined {
	if (item.type === 'username') return item;
	if (item.type !== 'email' && item.type !== 'phone') return undefined;
	return verifications.find(({ id }) => id === item.verificationId)?.identifier;
}
