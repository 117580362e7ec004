// Where password managers send somebody who wants another password (W3C, a well-known URL for changing passwords).
import { redirect } from '@sveltejs/kit';
import { openAccountCenter } from '$lib/experience/journeys/account-center.ts';
import type { RequestHandler } from './$types';

/** A recovery belongs to a sign-in that an application has begun; the account page needs none. */
export const GET: RequestHandler = async ({ fetch }) => {
	const center = await openAccountCenter(fetch);
	redirect(303, center?.fields.password === 'Edit' ? '/account/password' : '/forgot-password');
};
