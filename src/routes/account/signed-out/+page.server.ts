// Nobody is signed in here any more; perhaps there is not even an account. The browser may remember some.
import { rememberedHere } from '$lib/experience/journeys/remembered.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => ({
	isDeleted: url.searchParams.has('deleted'),
	accounts: rememberedHere(locals.accounts, Date.now())
});
