// `/identifier-register` and its like: the wishes are in the query, the page is one of the two.
import { redirect } from '@sveltejs/kit';
import { entryPage } from '$lib/experience/journeys/entry.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url }) => redirect(303, entryPage(params.entry, url));
