// GET /api/experience/accounts: whom this browser can go on as, masked.
import type { AccountsAnswer, OfferedAccount } from '../../contract/accounts.ts';
import { maskIdentifier } from '../../contract/mask.ts';
import { recent } from '../../contract/remembered.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Identifier } from '../../contract/schemas.ts';
import { findSignedIn } from './find-signed-in.ts';
import type { Caller, Services, User } from './ports.ts';

export async function readAccounts(services: Services, caller: Caller): Promise<Result<AccountsAnswer>> {
	const found = await findSignedIn(services, caller);
	if (!found.ok) return found;
	const { signedIn } = found.value;
	const { browserMemory } = await services.settings();
	const remembered = browserMemory === 'Never' ? [] : recent(caller.accounts?.read(), services.clock.now());
	const rows = remembered.map(({ id, userId, way, ...identifier }): OfferedAccount => {
		return {
			id,
			type: identifier.type,
			shown: maskIdentifier(identifier),
			way,
			isSignedIn: userId === signedIn?.user.id
		};
	});
	const isThere = rows.some(({ isSignedIn }) => isSignedIn);
	// A session is no memory: it is offered while it lasts, if it is good for anything without being remembered.
	const further = signedIn?.isEnough && !isThere ? describe(signedIn.user) : [];
	return ok({ accounts: [...further, ...rows], mayContinue: signedIn?.isEnough === true });
}

function describe({ primaryPhone, primaryEmail, username }: User): OfferedAccount[] {
	const held = { phone: primaryPhone, email: primaryEmail, username };
	const type = (['phone', 'email', 'username'] as const).find((one) => held[one] !== undefined);
	const identifier = type && ({ type, value: held[type] } as Identifier);
	return identifier ? [{ type: identifier.type, shown: maskIdentifier(identifier), isSignedIn: true }] : [];
}
