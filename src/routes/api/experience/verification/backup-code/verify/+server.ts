import { checkBackupCodeBody } from '$lib/contract/factors.ts';
import { verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	factorProblems,
	interactionProblems,
	lockoutProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkBackupCode } from '$lib/server/usecases/factors/check-backup-code.ts';

export const POST = endpoint({
	summary: 'Use up a backup code',
	body: checkBackupCodeBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...factorProblems,
		...lockoutProblems,
		'session.mfa.invalid_backup_code'
	],
	run: async ({ body, caller }) => checkBackupCode(await services(), caller, body.code)
});
