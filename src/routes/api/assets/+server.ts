import { z } from 'zod';
import { assetAnswer, mostAssetBytes } from '$lib/contract/assets.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { addAsset, listAssets } from '$lib/server/usecases/assets.ts';

export const GET = managementEndpoint({
	summary: 'List the pictures of the brand, newest first',
	answers: { 200: z.array(assetAnswer) },
	run: async () => listAssets(await services())
});

export const POST = managementEndpoint({
	summary: 'Upload a picture: PNG, JPEG or WebP, which is drawn anew',
	upload: mostAssetBytes,
	answers: { 201: assetAnswer },
	problems: ['guard.mime_type_not_allowed'],
	run: async ({ file, caller }) => addAsset(await services(), caller, file),
	status: 201
});
