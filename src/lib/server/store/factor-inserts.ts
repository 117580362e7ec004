// Adds second factors. Conflicts are counted, never caught: a failed statement would spoil a transaction on PostgreSQL.
import type { NewFactor } from '../core/factor.ts';
import type { FactorsKept } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

type BackupCodes = Extract<NewFactor, { type: 'BackupCode' }>;

/** All of them or, where one is taken by now, some: the caller rolls back then. */
export async function keepFactors(
	scope: Executor,
	userId: string,
	factors: NewFactor[],
	at: number
): Promise<FactorsKept> {
	if (factors.length === 0) return { ok: true };
	const codes = factors.find((factor): factor is BackupCodes => factor.type === 'BackupCode');
	if (codes?.replaces) {
		await scope.deleteFrom('factor').where('user_id', '=', userId).where('type', '=', 'BackupCode').execute();
	}
	const inserted = await scope
		.insertInto('factor')
		.values(factors.map((factor) => ({ ...blank, user_id: userId, created_at: at, ...columnsOf(factor) })))
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.execute();
	const taken = factors.find(({ id }) => !inserted.some((row) => row.id === id));
	if (taken) return { ok: false, taken: taken.type };
	if (codes) {
		const rows = codes.digests.map((digest) => ({ factor_id: codes.id, digest, consumed_at: null }));
		await scope.insertInto('backup_code').values(rows).execute();
	}
	return { ok: true };
}

/** Every row of one statement names the same columns. */
const blank = {
	name: null,
	sealed_secret: null,
	last_step: null,
	credential_id: null,
	credential: null,
	counter: null
};

function columnsOf(factor: NewFactor) {
	const { id, type } = factor;
	switch (factor.type) {
		case 'Totp':
			return { id, type, sealed_secret: factor.sealedSecret, last_step: factor.lastStep };
		case 'WebAuthn': {
			const { name, credentialId, counter, publicKey, transports, aaguid, rpId } = factor;
			const credential = JSON.stringify({ publicKey, transports, aaguid, rpId });
			return { id, type, name: name ?? null, credential_id: credentialId, credential, counter };
		}
		case 'BackupCode':
			return { id, type };
	}
}
