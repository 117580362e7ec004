// Whose pages may use the passkeys that were made here (WebAuthn §5.11): browsers ask before they offer one elsewhere.
import { json } from '@sveltejs/kit';
import { services } from '$lib/server/services.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
	const { origin, settings } = await services();
	const { webauthnRelatedOrigins } = (await settings()).accountCenter;
	return json({ origins: [origin, ...webauthnRelatedOrigins] });
};
