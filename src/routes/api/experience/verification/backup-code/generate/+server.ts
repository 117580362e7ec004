import { backupCodesAnswer } from '$lib/contract/factors.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { factorProblems, interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { makeBackupCodes } from '$lib/server/usecases/factors/make-backup-codes.ts';

export const POST = endpoint({
	summary: 'Make ten backup codes; they are shown this once',
	answers: { 200: backupCodesAnswer },
	problems: [...interactionProblems, ...proofProblems, ...factorProblems],
	run: async ({ caller }) => makeBackupCodes(await services(), caller)
});
