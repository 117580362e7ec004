// More of what the settings have been: `?page=2` and on.
import { json } from '@sveltejs/kit';
import { answeringScript, manage } from '$lib/console/api.ts';
import { pageNumber } from '$lib/console/paging.ts';
import { readVersions } from '$lib/console/versions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) =>
	json(await readVersions(manage(event, answeringScript), pageNumber(event.url)));
