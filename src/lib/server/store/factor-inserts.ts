// Adds a second factor. Conflicts are counted, never caught: a failed statement would spoil a transaction on PostgreSQL.
import type { NewFactor } from '../core/factor.ts';
import type { Executor } from './schema.ts';

/** False when the account has an authenticator app by now, or somebody has this passkey. */
export async function keepFactor(scope: Executor, userId: string, factor: NewFactor, at: number): Promise<boolean> {
	if (factor.type === 'BackupCode') {
		await scope.deleteFrom('factor').where('user_id', '=', userId).where('type', '=', 'BackupCode').execute();
	}
	const { numInsertedOrUpdatedRows } = await scope
		.insertInto('factor')
		.values({ id: factor.id, user_id: userId, type: factor.type, created_at: at, ...columnsOf(factor) })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows !== 1n) return false;
	if (factor.type !== 'BackupCode') return true;
	const codes = factor.digests.map((digest) => ({ factor_id: factor.id, digest, consumed_at: null }));
	await scope.insertInto('backup_code').values(codes).execute();
	return true;
}

function columnsOf(factor: NewFactor) {
	switch (factor.type) {
		case 'Totp':
			return { sealed_secret: factor.sealedSecret, last_step: factor.lastStep };
		case 'WebAuthn': {
			const { name, credentialId, counter, publicKey, transports, aaguid, rpId } = factor;
			const credential = JSON.stringify({ publicKey, transports, aaguid, rpId });
			return { name: name ?? null, credential_id: credentialId, credential, counter };
		}
		case 'BackupCode':
			return {};
	}
}
