// What a passkey is made or used by, for the page's script: it has no token of its own.
import { error, json } from '@sveltejs/kit';
import { accountApi } from '$lib/account/api.ts';
import { changeSession } from '$lib/account/session.ts';
import { newPasskeyAnswer, passkeyProofAnswer } from '$lib/contract/account/verifications.ts';
import { statusOf } from '$lib/contract/problems.ts';
import { z } from 'zod';
import type { RequestHandler } from './$types';

const answer = z.union([newPasskeyAnswer, passkeyProofAnswer]);

export const POST: RequestHandler = async (event) => {
	const { ceremony } = event.params;
	if (ceremony !== 'registration' && ceremony !== 'authentication') error(404);
	const path = `verifications/web-authn/${ceremony}`;
	const asked = await accountApi(event).ask('POST', path, answer);
	if (!asked.ok) error(asked.problem.status ?? statusOf[asked.problem.code]);
	const { verificationRecordId: verificationId, ...options } = asked.value;
	if (ceremony === 'authentication') {
		await changeSession(event, { asked: { id: verificationId, expiresAt: Date.parse(options.expiresAt) } });
	}
	return json({ verificationId, ...options });
};
