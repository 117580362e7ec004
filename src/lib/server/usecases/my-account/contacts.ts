// POST and DELETE /api/my-account/primary-email and …/primary-phone: proven at the new address, told at the old one.
import { canonicalIdentifier } from '../../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import { hasWayIn } from '../../core/account/ways-in.ts';
import { refuseContact, verificationType } from '../../core/rules/codes.ts';
import { announce } from '../hooks/announce.ts';
import type { AccountCaller, Services, StoreScope, User } from '../ports.ts';
import { Rollback } from '../rollback.ts';
import { tellOwner } from '../tell-owner.ts';
import { undoing } from '../undoing.ts';
import { recordOwn } from './record-own.ts';

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
	return write(services, caller, contact.type, 'Update', async (scope) => {
		const record = await scope.accounts.take({ id: recordId, userId, purpose: 'new-identifier', at });
		const isFor = record?.type === verificationType(contact) && record.identifier === contact.value;
		if (!isFor) throw new Rollback({ code: 'verification_record.not_found' });
		if (await scope.users.replaceContact(userId, contact, at)) return;
		throw new Rollback({ code: `user.${contact.type}_already_in_use` });
	});
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
	return write(services, caller, type, 'Delete', async (scope) => {
		await scope.users.update(after.id, { [field]: null }, services.clock.now());
	});
}

async function write(
	services: Services,
	caller: AccountCaller,
	type: CodeIdentifier['type'],
	what: 'Update' | 'Delete',
	change: (scope: StoreScope) => Promise<void>
): Promise<Result<undefined>> {
	const { store, clock } = services;
	const { user } = caller.holder;
	const written = await undoing<undefined>(() =>
		store.transaction(async (scope) => {
			await change(scope);
			await recordOwn({ clock, audit: scope.audit }, caller, `Account.${named[type]}.${what}`);
			return ok();
		})
	);
	if (!written.ok) return written;
	await tellOwner(services, caller, { userId: user.id, what: `${type}-changed` }, caller.applicationId, user);
	await announce(services, caller, { event: 'User.Data.Updated', userId: user.id });
	return written;
}
