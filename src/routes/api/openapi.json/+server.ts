import type { RequestHandler } from '@sveltejs/kit';
import { z } from 'zod';
import { ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { describeApi } from '$lib/server/http/openapi.ts';
import { services } from '$lib/server/services.ts';

/** Every route there is: none can be left out, and the document says what their code does. */
const modules = import.meta.glob<Record<string, unknown>>('/src/routes/api/**/+server.ts', { exhaustive: true });

export const GET: RequestHandler = endpoint({
	summary: 'This document',
	answers: { 200: z.looseObject({ openapi: z.string() }) },
	run: async () => {
		const { origin } = await services();
		const loaded = await Promise.all(
			Object.entries(modules).map(async ([file, load]) => [file.replace(/^\/src\/routes/, ''), await load()] as const)
		);
		// A module is not among those that it globs.
		return ok(describeApi({ ...Object.fromEntries(loaded), '/api/openapi.json/+server.ts': { GET } }, origin));
	}
});
