// An application asked for a provider that is not connected here: it named the page to fall back to.
import { redirect } from '@sveltejs/kit';
import { entryPage } from '$lib/experience/journeys/entry.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) => redirect(303, entryPage(url.searchParams.get('fallback'), url));
