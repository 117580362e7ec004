// POST /api/verifications/verification-code: a code to the account's own address, or to one that it is to have.
import { countryOfPhone } from '../../../contract/identifier.ts';
import type { SentCode } from '../../../contract/account/verifications.ts';
import type { Problem } from '../../../contract/problems.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import { refuseContact } from '../../core/rules/codes.ts';
import { allowedCountries, refuseDestination } from '../../core/rules/sends/destination.ts';
import { newAddressesKey } from '../attempts.ts';
import { cooledAt } from '../cooled-at.ts';
import { isRefused } from '../deliver-code.ts';
import { refuseUnsent } from '../delivery-problem.ts';
import type { AccountCaller, AccountVerification, Interaction, Services, Settings, TakenAttempt } from '../ports.ts';
import { recordRefusal } from '../record-refusal.ts';
import { compose, hand } from '../send-code.ts';
import { takeSends, type Held } from '../take-sends.ts';
import { accountCodeDigest, readAccountCode, type AccountCode } from './account-code.ts';
import { whyClosed } from './admit-owner.ts';
import { whyNotProven } from './prove.ts';
import { newRecord, tell, whyNotBy } from './records.ts';
import { attempted, recordOwn } from './record-own.ts';

export async function sendAccountCode(
	services: Services,
	caller: AccountCaller,
	given: CodeIdentifier
): Promise<Result<SentCode>> {
	const { store, clock, hasher, ids } = services;
	const settings = await services.settings();
	const read = readAccountCode(caller, given, { settings, at: clock.now() });
	if (!read.ok) return read;
	const { identifier, type, purpose, place } = read.value;
	const key = `Account.Verification.${type}.Create` as const;
	const turnAway = async (problem: Problem): Promise<Result<never>> => {
		await recordRefusal(services, caller, attempted(caller, key), problem);
		return { ok: false, problem };
	};
	const closed = whyNoCode(services, caller, read.value, settings);
	if (!closed.ok) return closed;
	const unserved =
		(purpose === 'new-identifier' && refuseContact(identifier, settings)) ||
		refuseDestination(identifier, allowedCountries(settings, services.demo));
	if (unserved) return turnAway(unserved);
	const carries = identifier.type === 'email' ? 'email' : 'sms';
	const country = identifier.type === 'phone' ? countryOfPhone(identifier.value) : undefined;
	const obstacle = await services.messenger.whyNot(carries, country);
	if (obstacle) return turnAway(refuseUnsent(obstacle, carries).problem);

	const code = ids.code(6);
	const record = newRecord(services, caller, { purpose, type, identifier: identifier.value });
	const unproven = purpose === 'reauthentication' ? undefined : whyNotProven(services.clock, caller, settings);
	const sender = describeSender(caller, record, { identifier, isKnown: !unproven });
	const message = await compose(services, caller, sender, { identifier, country, code, type: 'Generic' });
	const taken = await take(services, caller, { sender, identifier, record, unproven });
	if (!taken.ok) return turnAway(taken.problem);
	const { expirationDuration, maxRetryAttempts } = settings.verificationCodePolicy;
	const expiresAt = record.createdAt + expirationDuration * 1000;
	const kept = store.transaction(async (scope) => {
		await scope.secrets.issue({
			...place,
			id: record.id,
			digest: accountCodeDigest(hasher, read.value, record.id, code),
			maxAttempts: maxRetryAttempts,
			createdAt: record.createdAt,
			expiresAt
		});
		await scope.accounts.insert(record);
		await recordOwn({ clock, audit: scope.audit }, caller, key);
	});
	await kept.catch(async (error: unknown) => {
		await taken.value.giveBack();
		throw error;
	});
	const parcel = { id: record.id, carries, message, createdAt: record.createdAt, taken: taken.value } as const;
	const sent = await hand(services, { type: 'deliver-code', recordId: record.id, unawaited: false }, parcel);
	const told = { ...tell(record), codeExpiresAt: expiresAt, resendAt: cooledAt(record.createdAt, settings) };
	if (!sent || !isRefused(sent)) return ok(told);
	return refuseUnsent(sent, carries);
}

function whyNoCode(
	services: Pick<Services, 'clock'>,
	caller: AccountCaller,
	{ purpose, type, identifier }: AccountCode,
	settings: Settings
): Result<undefined> {
	if (purpose === 'reauthentication') return whyNotBy(services, type, caller, settings) ?? ok();
	if (!caller.scopes.includes(identifier.type)) return refuse('auth.forbidden');
	return whyClosed(identifier.type, { changes: true }, settings) ?? ok();
}

/** New addresses of one account, in a day: enough for mistakes, too few to send messages to strangers. */
const newAddresses = { threshold: 10, firstWait: 60, longestWait: 3600, window: 86_400 };

async function countNew(
	{ store }: Services,
	{ userId, createdAt }: AccountVerification
): Promise<Result<TakenAttempt[]>> {
	const taken = await store.lockouts.take([{ key: newAddressesKey(userId), rule: newAddresses }], createdAt);
	return taken.ok ? ok(taken.taken) : tooMany(taken.retryAfter);
}

function tooMany(retryAfter: number) {
	return refuse('request.message_rate_limited', { data: { retryAfter } });
}

type Taking = {
	sender: Interaction;
	identifier: CodeIdentifier;
	record: AccountVerification;
	unproven: ReturnType<typeof whyNotProven>;
};

/**
 * As what is counted sees them. Whoever has a new address is a newcomer there: while messages are scarce, none is sent to
 * numbers that nobody has shown to be theirs. Where strangers have to do some work first, a proof of who asks is as good;
 * an own address needs neither.
 */
function describeSender(
	{ applicationId }: AccountCaller,
	{ id, purpose, expiresAt }: AccountVerification,
	{ identifier, isKnown }: { identifier: CodeIdentifier; isKnown: boolean }
): Interaction {
	const event = purpose === 'new-identifier' ? ('Register' as const) : undefined;
	const captcha = isKnown ? { proven: { identifier } } : undefined;
	return { id, clientId: applicationId, version: 0, event, verifications: [], captcha, expiresAt };
}

/** The account draws on what is kept for people with one, for its own addresses only. What sends nothing costs no new one. */
async function take(
	services: Services,
	caller: AccountCaller,
	{ sender, identifier, record, unproven }: Taking
): Promise<Result<Held>> {
	const { id, userId, purpose, createdAt: at } = record;
	const isOwn = purpose === 'reauthentication';
	const counted = isOwn ? ok([]) : await countNew(services, record);
	if (!counted.ok) return counted;
	const uncount = () => services.store.lockouts.giveBack(counted.value);
	const holderId = isOwn ? userId : undefined;
	const taken = await takeSends(services, caller, { state: sender, identifier, holderId, id, at }).catch(
		async (error: unknown) => {
			await uncount();
			throw error;
		}
	);
	if (taken.type !== 'taken') {
		await uncount();
		return taken.type === 'refused'
			? { ok: false, problem: taken.problem }
			: (unproven ?? tooMany(newAddresses.firstWait));
	}
	if (!taken.scarcity || taken.scarcity.isServed) return ok(alsoBack(taken, uncount));
	await Promise.all([taken.giveBack(), uncount()]);
	return tooMany(taken.scarcity.retryAfter);
}

function alsoBack(held: Held, uncount: () => Promise<void>): Held {
	return {
		doubt: held.doubt,
		async giveBack() {
			await Promise.all([held.giveBack(), uncount()]);
		},
		async block(seconds) {
			await Promise.all([held.block(seconds), uncount()]);
		}
	};
}
