// Nobody is signed in here any more; perhaps there is not even an account.
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ isDeleted: url.searchParams.has('deleted') });
