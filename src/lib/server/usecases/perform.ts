// Carries out one write of a decision, inside its transaction.
import type { Write } from '../core/interaction/effect.ts';
import type { Interaction } from '../core/interaction/state.ts';
import { firstProofKeys } from './attempts.ts';
import type { Services, StoreScope } from './ports.ts';
import { Rollback } from './rollback.ts';

/** Written by a statement of its own. `finish` is saved with the interaction's row, records share one statement. */
export type Separate = Exclude<Write, { type: 'finish' | 'record' }>;

export async function perform(
	services: Services,
	scope: StoreScope,
	{ id, clientId, version, session, isShared }: Interaction,
	write: Separate
): Promise<void> {
	switch (write.type) {
		case 'issue-secret': {
			const { id: secretId, purpose, digest, maxAttempts, expiresAt, at } = write;
			return scope.secrets.issue({
				id: secretId,
				interactionId: id,
				purpose,
				digest,
				maxAttempts,
				expiresAt,
				createdAt: at
			});
		}
		case 'create-user': {
			const inserted = await scope.users.insert(write.user, write.passwordDigest);
			if (!inserted.ok) throw new Rollback({ code: `user.${inserted.taken}_already_in_use` });
			return;
		}
		case 'reset-password': {
			const { userId, digest, lastChangedAt, removesFactors, at } = write;
			// Another recovery was faster: whether this one still has a fresh proof is decided again.
			const startOver = { id, version, isShared };
			if (await scope.users.resetPassword(userId, digest, { lastChangedAt, removesFactors, at, startOver })) return;
			throw new Rollback();
		}
		case 'forgive-attempts':
			return scope.lockouts.forgive(firstProofKeys(services, { userId: write.userId }));
		case 'keep-factors': {
			const { userId, factors, choices, at } = write;
			const kept = await scope.factors.keep(userId, factors, at);
			if (!kept.ok) throw new Rollback({ code: 'user.totp_already_in_use' });
			if (choices) await scope.factors.choose(userId, choices);
			return;
		}
		case 'keep-device': {
			const { userId, device, replaces, at } = write;
			if (await scope.devices.keep(userId, device, { replaces, at })) return;
			// Another tab was faster, or the account has changed: whether this browser is still known is decided again.
			throw new Rollback();
		}
		case 'prove-contacts':
			return scope.users.prove(write.userId, write.contacts);
		case 'stamp-sign-in': {
			const keep = { interactionId: id, sessionUid: session?.uid };
			const stamped = await scope.users.signedIn(write.userId, { ...write, applicationId: clientId, keep });
			if (stamped.ok) return;
			// Without a name for it, the account has changed under the decision: decide again.
			throw new Rollback(stamped.taken && { code: `user.${stamped.taken}_already_in_use` });
		}
	}
}
