// /api/verifications/web-authn: a passkey that is the account's already (ours), or a new one. A challenge is good once.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { PasskeyCredential } from '../../core/factor.ts';
import { withAttempt, type Guess, type Succeed } from '../attempts.ts';
import { nameOf } from '../factors/name-of.ts';
import type { AccountCaller, AccountVerification, Ceremony, Services } from '../ports.ts';
import { newRecord, tell, whyNotBy, type RecordTold } from './records.ts';
import { attempted, recordOwn } from './record-own.ts';

type Asked = RecordTold & { options: Ceremony['options'] };
type Answered = { verificationRecordId: string; payload: { id: string } };
type Proven = Promise<Result<{ verificationRecordId: string }>>;
const key = 'Account.Verification.WebAuthn.Submit';

export async function askOwnPasskey(services: Services, caller: AccountCaller): Promise<Result<Asked>> {
	const closed = whyNotBy(services, 'WebAuthn', caller, await services.settings());
	if (closed) return closed;
	return keep(
		services,
		caller,
		'reauthentication',
		await services.passkeys.authenticationOptions(caller.holder.passkeys)
	);
}

export async function askNewPasskey(services: Services, caller: AccountCaller): Promise<Result<Asked>> {
	const settings = await services.settings();
	if (!settings.mfa.factors.includes('WebAuthn')) return refuse('session.mfa.mfa_factor_not_enabled');
	const { user, passkeys: existing } = caller.holder;
	const ceremony = await services.passkeys.registrationOptions({
		rpName: settings.branding.name ?? services.passkeys.rpId,
		userId: user.id,
		userName: nameOf(user),
		existing
	});
	return keep(services, caller, 'new-passkey', ceremony);
}

/** A challenge is gone with the first answer, right or wrong; answers count as tries at every other factor do. */
export async function checkOwnPasskey(services: Services, caller: AccountCaller, answered: Answered): Proven {
	const { passkeys, store, clock } = services;
	const { user, passkeys: own } = caller.holder;
	const guess = { proof: 'factor', target: { userId: user.id } } as const;
	return check(services, caller, answered, { purpose: 'reauthentication', guess }, async (challenge, succeed) => {
		const kept = own.find(({ credentialId }) => credentialId === answered.payload.id);
		const counter = kept && (await passkeys.readAuthentication(answered.payload, challenge, kept));
		if (!kept || counter === undefined) return false;
		return store.transaction(async (scope) => {
			const at = clock.now();
			const proof = { id: answered.verificationRecordId, userId: user.id, factorId: kept.factorId, at };
			const isProven =
				(await scope.factors.advanceCounter(kept.factorId, counter, at)) && (await scope.accounts.verify(proof));
			if (!isProven) return false;
			await succeed(scope);
			await recordOwn({ clock, audit: scope.audit }, caller, key);
			return true;
		});
	});
}

export async function checkNewPasskey(services: Services, caller: AccountCaller, answered: Answered): Proven {
	const { passkeys, store, clock } = services;
	return check(services, caller, answered, { purpose: 'new-passkey' }, async (challenge, succeed) => {
		const credential: PasskeyCredential | undefined = await passkeys.readRegistration(answered.payload, challenge);
		if (!credential) return false;
		const proof = { id: answered.verificationRecordId, userId: caller.holder.user.id, credential, at: clock.now() };
		const isKept = await store.accounts.verify(proof);
		if (isKept) await succeed(store);
		return isKept;
	});
}

async function keep(
	services: Services,
	caller: AccountCaller,
	purpose: AccountVerification['purpose'],
	{ challenge, options }: Ceremony
): Promise<Result<Asked>> {
	const record = newRecord(services, caller, { purpose, type: 'WebAuthn', challenge });
	await services.store.accounts.insert(record);
	return ok({ ...tell(record), options });
}

async function check(
	services: Services,
	caller: AccountCaller,
	{ verificationRecordId: id }: Answered,
	{ purpose, guess }: { purpose: AccountVerification['purpose']; guess?: Guess },
	prove: (challenge: string, succeed: Succeed) => Promise<boolean>
): Proven {
	const { store, clock } = services;
	const record = await store.accounts.find(caller.holder.user.id, id);
	const isOpen = record?.purpose === purpose && record.verifiedAt === undefined && record.expiresAt > clock.now();
	const { challenge } = record ?? {};
	if (!isOpen || !challenge) return refuse('verification_record.not_found');
	return withAttempt(services, caller, attempted(caller, key), guess, async (succeed) => {
		if (await prove(challenge, succeed)) return { verdict: 'right', answer: ok({ verificationRecordId: id }) };
		const code = 'session.mfa.webauthn_verification_failed';
		await store.accounts.drop(caller.holder.user.id, id);
		await recordOwn({ clock, audit: store.audit }, caller, key, code);
		return { verdict: 'wrong', answer: refuse(code) };
	});
}
