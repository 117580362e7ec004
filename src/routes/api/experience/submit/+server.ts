import { submitAnswer, submitBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	closedProblems,
	interactionProblems,
	lockoutProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { submit } from '$lib/server/usecases/submit.ts';

export const POST = endpoint({
	summary: 'Finish: the account is written, and the answer says where to go; nothing after a password was reset',
	body: submitBody,
	answers: { 200: submitAnswer, 204: null },
	problems: [
		...interactionProblems,
		...proofProblems,
		...closedProblems,
		...lockoutProblems,
		'password.expired',
		'session.mfa.require_mfa_verification',
		'session.mfa.backup_code_required',
		'user.missing_mfa',
		'user.suggest_mfa',
		'user.totp_already_in_use',
		'session.captcha_required',
		'user.missing_profile',
		'user.new_password_required_in_profile',
		'user.username_already_in_use',
		'user.email_already_in_use',
		'user.phone_already_in_use'
	],
	run: async ({ caller, body }) => submit(await services(), caller, body)
});
