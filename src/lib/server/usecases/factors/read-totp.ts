// GET …/totp/secret (ours): the key that is being set up, for a page that is drawn again. Gone once it is confirmed.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Caller, Services } from '../ports.ts';
import { findOpen } from '../recall.ts';
import { findFactorFacts } from './find-facts.ts';
import { nameOf } from './name-of.ts';
import { totpPlace } from './totp-place.ts';

export async function readTotp(
	services: Services,
	caller: Caller
): Promise<Result<{ verificationId: string; secret: string; secretQrCode: string }>> {
	const open = await findOpen(services, caller);
	if (!open.ok) return open;
	const record = open.value.factorRecords?.find((one) => one.type === 'TOTP' && one.sealedSecret && !one.verified);
	if (record?.type !== 'TOTP' || !record.sealedSecret) return refuse('session.verification_session_not_found');

	const [secret, application, { user }] = await Promise.all([
		services.store.vault.open(totpPlace(record.userId), record.sealedSecret),
		services.store.applications.find(open.value.clientId),
		findFactorFacts(open.value, services.store, await services.settings())
	]);
	const account = nameOf(user ?? { ...open.value.profile, id: record.userId });
	const { qrCode } = services.totp.describe(secret, application?.name ?? new URL(services.origin).host, account);
	return ok({ verificationId: record.id, secret, secretQrCode: qrCode });
}
