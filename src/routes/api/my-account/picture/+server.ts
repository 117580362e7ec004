import { mostPictureBytes, myPictureAnswer } from '$lib/contract/account/profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { removeMyPicture, uploadMyPicture } from '$lib/server/usecases/my-account/picture.ts';

export const POST = accountEndpoint({
	summary: 'Upload a picture of oneself: PNG, JPEG or WebP, which is drawn anew',
	access: { scopes: ['profile'], field: 'avatar', changes: true },
	upload: mostPictureBytes,
	answers: { 200: myPictureAnswer },
	problems: ['guard.mime_type_not_allowed'],
	run: async ({ file, caller }) => uploadMyPicture(await services(), caller, file)
});

export const DELETE = accountEndpoint({
	summary: 'Take the avatar away, with the picture that was uploaded',
	access: { scopes: ['profile'], field: 'avatar', changes: true },
	answers: { 204: null },
	run: async ({ caller }) => removeMyPicture(await services(), caller)
});
