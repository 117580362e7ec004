// What an administrator, or its owner, changes of an account.
import type { UserChanges, UserIdentifier } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

type Outcome = { ok: true } | { ok: false; taken: UserIdentifier['type'] | undefined };
type Wanted = { type: UserIdentifier['type']; value: string | null | undefined };

/** `taken` names the identifier that somebody else holds, undefined where there is no such account. */
export async function updateUser(scope: Executor, id: string, changes: UserChanges, at: number): Promise<Outcome> {
	const { name, avatar, profile, customData } = changes;
	const { numUpdatedRows } = await scope
		.updateTable('user')
		.set({
			updated_at: at,
			// A code that went to an address may be what a browser was trusted for.
			...((changes.primaryEmail !== undefined || changes.primaryPhone !== undefined) && { devices_forgotten_at: at }),
			...(name !== undefined && { name }),
			...(avatar !== undefined && { avatar }),
			...(profile && { profile: JSON.stringify(profile) }),
			...(customData && { custom_data: JSON.stringify(customData) })
		})
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) return { ok: false, taken: undefined };
	// Always in the same order, so that two changes never wait for each other crosswise.
	for (const wanted of wantedOf(changes)) {
		if (!(await replaceIdentifier(scope, id, wanted))) return { ok: false, taken: wanted.type };
	}
	return { ok: true };
}

function wantedOf({ username, primaryEmail, primaryPhone }: UserChanges): Wanted[] {
	const wanted: Wanted[] = [
		{ type: 'username', value: username },
		{ type: 'email', value: primaryEmail },
		{ type: 'phone', value: primaryPhone }
	];
	return wanted.filter(({ value }) => value !== undefined);
}

/** The same value again stays as proven as it was. */
async function replaceIdentifier(scope: Executor, id: string, { type, value }: Wanted): Promise<boolean> {
	await scope
		.deleteFrom('identifier')
		.where('user_id', '=', id)
		.where('type', '=', type)
		.$if(typeof value === 'string', (query) => query.where('value', '!=', value ?? ''))
		.execute();
	if (typeof value !== 'string') return true;
	await scope
		.insertInto('identifier')
		.values({ user_id: id, type, value, is_unproven: Number(type !== 'username') })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const holder = await scope
		.selectFrom('identifier')
		.select('user_id')
		.where('type', '=', type)
		.where('value', '=', value)
		.executeTakeFirst();
	return holder?.user_id === id;
}

/** Nothing is asked about it any more: a contact was proven by a code, a name needs no proof. */
export async function takeIdentifier(scope: Executor, id: string, { type, value }: UserIdentifier): Promise<boolean> {
	await scope.deleteFrom('identifier').where('user_id', '=', id).where('type', '=', type).execute();
	const inserted = await scope
		.insertInto('identifier')
		.values({ user_id: id, type, value, is_unproven: 0 })
		.onConflict((conflict) => conflict.doNothing())
		.returning('user_id')
		.executeTakeFirst();
	return inserted !== undefined;
}
