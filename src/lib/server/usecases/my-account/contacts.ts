// POST and DELETE /api/my-account/primary-email and …/primary-phone: proven at the new address, told at the old one.
import { canonicalIdentifier } from '../../../contract/identifier.ts';
import { refuse, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import { hasWayIn } from '../../core/account/ways-in.ts';
import { refuseContact, verificationType } from '../../core/rules/codes.ts';
import type { AccountCaller, Services, StoreScope, User } from '../ports.ts';
import { Rollback } from '../rollback.ts';
import { changeOwn } from './change-own.ts';

const fieldOf = { email: 'primaryEmail', phone: 'primaryPhone' } as const;
const named = { email: 'PrimaryEmail', phone: 'PrimaryPhone' } as const;

/** Whose it is decides the index: of two accounts that bring the same at once, one gets it. */
export async function replaceMyContact(
	services: Services,
	caller: AccountCaller,
	{ identifier, recordId }: { identifier: CodeIdentifier; recordId: string }
): Promise<Result<undefined>> {
	const canonical = canonicalIdentifier(identifier);
	if (!canonical.ok) return canonical;
	const contact = canonical.value;
	const unwanted = refuseContact(contact, await services.settings());
	if (unwanted) return { ok: false, problem: unwanted };
	const userId = caller.holder.user.id;
	const at = services.clock.now();
	const also = async (scope: StoreScope) => {
		const record = await scope.accounts.take({ id: recordId, userId, purpose: 'new-identifier', at });
		const isFor = record?.type === verificationType(contact) && record.identifier === contact.value;
		if (!isFor) throw new Rollback({ code: 'verification_record.not_found' });
		if (await scope.users.takeIdentifier(userId, contact)) return;
		throw new Rollback({ code: `user.${contact.type}_already_in_use` });
	};
	return change(services, caller, contact.type, 'Update', also);
}

export async function removeMyContact(
	services: Services,
	caller: AccountCaller,
	type: CodeIdentifier['type']
): Promise<Result<undefined>> {
	const { holder } = caller;
	const field = fieldOf[type];
	if (holder.user[field] === undefined) return refuse('entity.not_found');
	const after: User = { ...holder.user, [field]: undefined };
	if (!hasWayIn({ ...holder, user: after }, await services.settings())) {
		return refuse('user.last_sign_in_method_required');
	}
	return change(services, caller, type, 'Delete', async (scope) => {
		// The link of `foyer admin link` goes by it. Who has become an administrator meanwhile begins again.
		if (type === 'email' && after.isAdmin) throw new Rollback({ code: 'account_center.kept_for_administrator' });
		await scope.users.dropIdentifier(after.id, type);
	});
}

function change(
	services: Services,
	caller: AccountCaller,
	type: CodeIdentifier['type'],
	what: 'Update' | 'Delete',
	also: (scope: StoreScope) => Promise<void>
): Promise<Result<undefined>> {
	const key = `Account.${named[type]}.${what}` as const;
	// A code that went to the old one may be what a browser was trusted for.
	return changeOwn(services, caller, { key, isProven: true, forgetsDevices: true, tells: `${type}-changed`, also });
}
