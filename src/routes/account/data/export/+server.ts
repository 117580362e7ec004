// The download of everything that is kept about somebody.
import { error } from '@sveltejs/kit';
import { accountApi } from '$lib/account/api.ts';
import { isUnproven } from '$lib/account/form.ts';
import { needProof, proveAgain } from '$lib/account/proof.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	await needProof(event);
	const answer = await accountApi(event).send('GET', 'my-account/export');
	if (!answer.ok && isUnproven(answer.problem)) await proveAgain(event, {});
	if (!answer.ok) error(answer.problem.status ?? 503);
	return new Response(JSON.stringify(answer.value, undefined, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="account.json"'
		}
	});
};
