// The picture of oneself: the file goes on to the API as it came, which draws it anew.
import { fail, redirect } from '@sveltejs/kit';
import { newsIn, withNews } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { needEditable } from '$lib/account/guard.ts';
import { pictureOn } from '$lib/account/overview.ts';
import { openSession } from '$lib/account/session.ts';
import { mostPictureBytes, myAccount } from '$lib/contract/account/profile.ts';
import { emptyForm } from '$lib/contract/forms.ts';
import { statusOf } from '$lib/contract/problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const page = '/account/profile/picture';
const statusOfCut = 413;

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	await needEditable(api, 'avatar', event.url);
	const { avatar } = await api.get('my-account', myAccount);
	return {
		picture: pictureOn(event.url.origin, avatar),
		hasAny: Boolean(avatar),
		done: newsIn(event.url),
		actions: { upload: '?/upload', remove: '?/remove' }
	};
};

export const actions: Actions = {
	upload: async (event: RequestEvent) => {
		// Five megabytes are read for somebody who is signed in, and for nobody else.
		await openSession(event);
		const form = await event.request.formData().catch((error: { status?: number }) => error.status);
		// What is longer than the server takes is cut off before it is a form.
		if (form === statusOfCut) {
			const problem = { code: 'guard.file_size_exceeded', data: { max: mostPictureBytes } } as const;
			return fail(statusOf[problem.code], { values: {}, problem });
		}
		const file = form instanceof FormData ? form.get('file') : undefined;
		// A form without a choice posts a file of nothing.
		if (!(file instanceof File && file.size > 0)) {
			return fail(400, { values: {}, problem: { code: 'guard.invalid_input', data: { isMissing: true } } });
		}
		const body = new FormData();
		body.set('file', file);
		const sent = await accountApi(event).send('POST', 'my-account/picture', body);
		if (sent.ok) redirect(303, withNews(page, 'saved'));
		const { code, status, data } = sent.problem;
		return fail(status ?? statusOf[code], { values: {}, problem: { code, data } });
	},
	remove: accountAction(emptyForm, async (_form, api) =>
		after(await api.send('DELETE', 'my-account/picture'), page, 'removed')
	)
};
