// GET /api/experience/interaction: what the pages may know of the state. Nothing secret is in it.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type {
	CodeIdentifier,
	InteractionAnswer,
	PublicDelivery,
	PublicRecord,
	PublicVerification
} from '../../contract/schemas.ts';
import type { PublicFactorRecord } from '../../contract/factors.ts';
import type { Settings } from '../../contract/settings.ts';
import type { FactorRecord, StagedFactors } from '../core/interaction/factor-records.ts';
import { maskIdentifier as mask } from '../../contract/mask.ts';
import { countryOfPhone } from '../../contract/identifier.ts';
import { finishedAnswerMs, type CodeVerification, type Verification } from '../core/interaction/state.ts';
import { remembersNothing } from '../core/rules/browser-memory.ts';
import { isCode } from '../core/rules/codes.ts';
import { maskIdentifier } from '../core/rules/factors/mask.ts';
import { isInvited } from '../core/rules/proof-of-work.ts';
import { cooledAt } from './cooled-at.ts';
import { nameOfApplication } from './name-application.ts';
import type { Caller, Services } from './ports.ts';
import { factsOf } from './factors/find-facts.ts';
import { readSecondStep } from './factors/read-second-step.ts';
import { forgetAccounts } from './remember-account.ts';
import { findOpen, recallWithFactors, type WithFactors } from './recall.ts';
import { findDeliveries, showDelivery } from './show-delivery.ts';

export async function readInteraction(services: Services, caller: Caller): Promise<Result<InteractionAnswer>> {
	const found = await findState(services, caller);
	if (!found.ok) return found;
	const { interaction, holder } = found.value;
	const {
		event,
		userId,
		profile,
		verifications,
		factorRecords = [],
		factors,
		captcha,
		finished,
		clientId
	} = interaction;
	if (finished && finished.at + finishedAnswerMs < services.clock.now()) return refuse('session.not_found');

	const [settings, known, deliveries, bound] = await Promise.all([
		services.settings(),
		services.store.applications.find(clientId),
		finished ? [] : findDeliveries(services.store, verifications),
		findBound(services, [...verifications.filter(isCode), ...factorRecords])
	]);
	// Of several answers to the last step any may be the one that reaches the browser.
	if (finished && remembersNothing(interaction, settings)) forgetAccounts(caller);
	const now = services.clock.now();
	const show = (record: CodeVerification) => ({
		...toPublicCode(record, settings, showDelivery(record, deliveries, now)),
		originBound: bound.get(record.id)
	});
	const application = {
		id: clientId,
		name: nameOfApplication(clientId, known, settings),
		isThirdParty: known?.isThirdParty || undefined
	};
	// The first page already greets by the application's name, before anything was started.
	// Consent is answered without an event; whoever comes back to it is told the way on.
	// What was said before that is drawn again, too.
	if (!event && !finished) {
		return refuse('session.interaction_not_found', { data: { application, sharedComputer: interaction.isShared } });
	}
	const { passwordDigest: _secret, ...visible } = profile ?? {};
	return ok({
		interactionEvent: event,
		userId,
		profile: visible,
		mfa: toPublicFactors(factors),
		...readSecondStep(interaction, factsOf(holder), settings, now),
		verificationRecords: [
			...verifications.map((record) => (isCode(record) ? shownTo(caller, show(record)) : toPublic(record))),
			...factorRecords.map((record) => ({ ...toPublicFactor(record, settings), originBound: bound.get(record.id) }))
		],
		captcha: {
			verified: captcha?.proven !== undefined,
			skipped: isInvited(verifications),
			wanted: captcha?.wanted && shownTo(caller, captcha.wanted)
		},
		sharedComputer: interaction.isShared,
		now,
		application,
		redirectTo: finished?.redirectTo
	});
}

/** Who has identified themselves is looked at only where the settings know second factors. */
async function findState(services: Services, caller: Caller): Promise<Result<WithFactors>> {
	const { mfa } = await services.settings();
	if (mfa.factors.length > 0) return recallWithFactors(services, caller);
	const open = await findOpen(services, caller);
	return open.ok ? ok({ interaction: open.value, holder: undefined }) : open;
}

/** Our own pages send another code there, and mask it themselves. */
function shownTo<Told extends { identifier?: CodeIdentifier; masked?: boolean }>(caller: Caller, told: Told): Told {
	const { identifier, masked } = told;
	if (!identifier || !masked || caller.isPage) return told;
	return { ...told, identifier: { ...identifier, value: mask(identifier) } };
}

function toPublic(record: Exclude<Verification, CodeVerification>): PublicRecord {
	const { id, identifier } = record;
	if (record.type === 'NewPasswordIdentity') return { id, type: record.type, identifier };
	return { id, type: record.type, identifier, verified: record.verified };
}

type Proof = CodeVerification | FactorRecord;

/** Codes of text messages which a browser may be asked to read. It hangs on the country alone: it tells nobody's number. */
async function findBound({ messenger }: Services, proofs: Proof[]): Promise<Map<string, true>> {
	const bound = new Map<string, true>();
	for (const proof of proofs) {
		if (!('identifier' in proof) || proof.identifier.type !== 'phone') continue;
		if (await messenger.bindsCodes(countryOfPhone(proof.identifier.value))) bound.set(proof.id, true);
	}
	return bound;
}

function toPublicCode(record: CodeVerification, settings: Settings, delivery: PublicDelivery): PublicVerification {
	const { id, type, identifier, templateType, verified, expiresAt, sentAt, scarce, masked } = record;
	// What was not accepted does not count.
	const resendAt = delivery.state === 'refused' ? (delivery.retryAt ?? sentAt) : cooledAt(sentAt, settings);
	return { id, type, identifier, templateType, verified, expiresAt, resendAt, delivery, scarce, masked };
}

/** Where a code went is masked: whoever knows only the password learns no address from it. */
function toPublicFactor(record: FactorRecord, settings: Settings): PublicFactorRecord {
	const { id, type, userId, verified } = record;
	if (record.type !== 'MfaEmailVerificationCode' && record.type !== 'MfaPhoneVerificationCode') {
		return { id, type, userId, verified };
	}
	const { identifier, expiresAt, sentAt } = record;
	const maskedIdentifier = maskIdentifier(identifier);
	return { id, type, userId, verified, maskedIdentifier, expiresAt, resendAt: cooledAt(sentAt, settings) };
}

function toPublicFactors(staged: StagedFactors = {}): InteractionAnswer['mfa'] {
	const { enabled, skipped, totp, passkeys, backupCodes } = staged;
	return {
		mfaEnabled: enabled,
		mfaSkipped: skipped,
		totp: totp && { type: 'Totp' },
		webAuthn: passkeys?.map(() => ({ type: 'WebAuthn' as const })),
		backupCode: backupCodes && { type: 'BackupCode' }
	};
}
