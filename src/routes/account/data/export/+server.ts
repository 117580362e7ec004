// The download of everything that is kept about somebody.
import { error } from '@sveltejs/kit';
import { accountApi } from '$lib/account/api.ts';
import { isUnproven } from '$lib/account/form.ts';
import { needProof, renewProof } from '$lib/account/proof.ts';
import type { RequestHandler } from './$types';

/** A proof leads back to the page with the link: a file by itself would leave people where they have just been asked. */
const page = '/account/data';

export const GET: RequestHandler = async (event) => {
	await needProof(event, page);
	const answer = await accountApi(event).send('GET', 'my-account/export');
	if (!answer.ok && isUnproven(answer.problem)) await renewProof(event, page);
	if (!answer.ok && answer.problem.code.startsWith('account_center.')) error(404);
	if (!answer.ok) error(answer.problem.code === 'request.rate_limited' ? 429 : 503);
	return new Response(JSON.stringify(answer.value, undefined, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="account.json"'
		}
	});
};
