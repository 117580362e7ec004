// POST …/verification-code/verify: one guess, counted and consumed by one conditional write.
import { canonicalIdentifier } from '../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import { findCodeRecord } from '../core/rules/codes.ts';
import { takeAttempt } from './attempts.ts';
import { codeDigest } from './code-digest.ts';
import type { Caller, Services } from './ports.ts';
import { recall, step } from './step.ts';

export async function checkCode(
	services: Services,
	caller: Caller,
	body: { identifier: CodeIdentifier; verificationId: string; code: string }
): Promise<Result<{ verificationId: string }>> {
	const { verificationId: recordId, code } = body;
	const canonical = canonicalIdentifier(body.identifier);
	if (!canonical.ok) return canonical;
	const identifier = canonical.value;

	const open = await recall(services, caller);
	if (!open.ok) return open;
	const asked = findCodeRecord(open.value, recordId, identifier);
	if (typeof asked === 'string') return refuse(asked);
	const attempt = await takeAttempt(services, caller, asked.userId ? { userId: asked.userId } : { identifier });
	if (!attempt.ok) return attempt;

	const stepped = await step(
		services,
		caller,
		async (before, scope) => {
			const record = findCodeRecord(before, recordId, identifier);
			if (typeof record === 'string') return refuse(record);
			const at = services.clock.now();
			const digest = codeDigest(services.hasher, before.id, record.templateType, identifier, code);
			const guess = await scope.secrets.guess({ id: recordId, interactionId: before.id, digest, at });
			return ok({ type: 'code-checked', recordId, ...guess, at });
		},
		{ atomic: true }
	);
	if (!stepped.ok) return stepped;
	await attempt.value.succeeded();
	return ok({ verificationId: recordId });
}
