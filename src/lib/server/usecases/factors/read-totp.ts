// GET …/totp/secret (ours): the key that is being set up, for a page that is drawn again. Gone once it is confirmed.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
import { nameOf } from './name-of.ts';
import { totpPlace } from './totp-place.ts';

export async function readTotp(
	services: Services,
	caller: Caller
): Promise<Result<{ verificationId: string; secret: string; secretQrCode: string }>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const { interaction, holder } = open.value;
	const record = interaction.factorRecords?.find((one) => one.type === 'TOTP' && one.sealedSecret && !one.verified);
	if (record?.type !== 'TOTP' || !record.sealedSecret) return refuse('session.verification_session_not_found');

	const [secret, application] = await Promise.all([
		services.store.vault.open(totpPlace(record.userId), record.sealedSecret),
		services.store.applications.find(interaction.clientId)
	]);
	const account = nameOf(holder?.user ?? { ...interaction.profile, id: record.userId });
	const { qrCode } = services.totp.describe(secret, application?.name ?? new URL(services.origin).host, account);
	return ok({ verificationId: record.id, secret, secretQrCode: qrCode });
}
