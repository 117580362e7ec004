// POST /api/verifications/password: the account's password, on the same count as at sign-in.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { withAttempt } from '../attempts.ts';
import type { AccountCaller, Services } from '../ports.ts';
import { explain } from './change-own.ts';
import { newRecord, tell, whyNotBy, type RecordTold } from './records.ts';
import { attempted, recordOwn } from './record-own.ts';

const key = 'Account.Verification.Password.Submit';

export async function proveByPassword(
	services: Services,
	caller: AccountCaller,
	password: string
): Promise<Result<RecordTold>> {
	const { store, passwords, clock } = services;
	const { user, digest } = caller.holder;
	const closed = whyNotBy(services, 'Password', caller, await services.settings());
	if (closed || !digest) return closed ?? refuse('session.invalid_credentials');
	const guess = { proof: 'password', target: { userId: user.id } } as const;
	return withAttempt(services, caller, attempted(caller, key), guess, async (succeed) => {
		const checked = await passwords.verify(digest, password);
		if (!checked.ok) return { verdict: 'unexamined', answer: checked };
		const { matches, rehash } = checked.value;
		if (!matches) {
			const code = 'session.invalid_credentials';
			await recordOwn({ clock, audit: store.audit }, caller, key, code);
			return { verdict: 'wrong', answer: refuse(code) };
		}
		const record = newRecord(services, caller, {
			purpose: 'reauthentication',
			type: 'Password',
			verifiedAt: clock.now()
		});
		const held = { userId: user.id, token: caller.token, seen: user.updatedAt };
		const isKept = await store.transaction(async (scope) => {
			// Replaced while it was being checked, it proves nothing.
			if (!(await scope.accounts.hold(held))) return false;
			await succeed(scope);
			await scope.accounts.insert(record);
			await recordOwn({ clock, audit: scope.audit }, caller, key);
			return true;
		});
		if (!isKept) return { verdict: 'unexamined', answer: await explain(services, caller, refuse('session.busy')) };
		if (rehash) await store.users.rehashPassword(user.id, digest, { algorithm: 'Argon2id', digest: rehash });
		return { verdict: 'right', answer: ok(tell(record)) };
	});
}
