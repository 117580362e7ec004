// GET /api/my-account/export (ours): everything that is kept about a person (GDPR articles 15 and 20; PIPL article 45).
import type { MyExport } from '../../../contract/account/profile.ts';
import { ok, type Result } from '../../../contract/result.ts';
import { showUser } from '../accounts/show.ts';
import type { AccountCaller, Services, StoredAuditEntry } from '../ports.ts';
import { isSkipping } from './factor-means.ts';
import { showFactor } from './factors.ts';
import { listMyGrants } from './grants.ts';
import { recordOwn } from './record-own.ts';
import { listMySessions } from './sessions.ts';

const mostEntries = 1000;

type Shown = MyExport['activity'][number];

export async function exportMe(
	services: Pick<Services, 'store' | 'settings' | 'clock'>,
	caller: AccountCaller
): Promise<Result<MyExport>> {
	const { store, clock } = services;
	const { user, factors } = caller.holder;
	await recordOwn({ clock, audit: store.audit }, caller, 'Account.Export');
	const [devices, sessions, grants, entries] = await Promise.all([
		store.devices.list(user.id),
		listMySessions(services, caller),
		listMyGrants(services, caller),
		store.audit.list({ userId: user.id, limit: mostEntries, offset: 0 })
	]);
	return ok({
		exportedAt: new Date(clock.now()).toISOString(),
		account: { ...showUser(user), unproven: user.unproven ?? [] },
		mfa: { factors: factors.map(showFactor), skipMfaOnSignIn: isSkipping(caller) },
		devices: devices.map(({ digest: _digest, previousDigest: _previous, ...device }) => device),
		sessions: sessions.ok ? sessions.value.sessions : [],
		grants: grants.ok ? grants.value.grants : [],
		activity: entries.map(showEntry)
	});
}

/** Where an administrator or an operator did something from is theirs. */
function showEntry({ key, result, error, applicationId, ip, userAgent, at }: StoredAuditEntry): Shown {
	const isOwn = /^(Interaction|Account|TrustedDevice)\./.test(key);
	const place = isOwn ? { applicationId, ip, userAgent } : {};
	return {
		key,
		result,
		error: error ?? null,
		applicationId: place.applicationId ?? null,
		ip: place.ip ?? null,
		userAgent: place.userAgent ?? null,
		at
	};
}
