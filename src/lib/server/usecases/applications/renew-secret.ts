// Replaces the secrets of an application, which strangers have seen or nobody has any more. The old ones stop working.
import { isConfidential } from '../../../contract/application-types.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Application, Services } from '../ports.ts';
import { newSecret } from './create.ts';
import { unknownApplication } from './unknown.ts';

/** The answer holds the secret; it is refused to an application that runs where it could not keep one. */
export async function renewSecret(
	{ store, ids, clock }: Pick<Services, 'store' | 'ids' | 'clock'>,
	id: string
): Promise<Result<Application>> {
	return store.transaction<Result<Application>>(async ({ applications }) => {
		const before = await applications.find(id);
		if (!before) return unknownApplication(id);
		if (!isConfidential(before.type)) {
			const detail = `${before.type} applications have no secret`;
			return refuse('guard.invalid_input', { data: { field: 'type', detail } });
		}
		for (const { name } of before.secrets) await applications.removeSecret(id, name);
		const secret = newSecret({ ids, clock });
		await applications.addSecret(id, secret);
		return ok({ ...before, secrets: [secret] });
	});
}
