// The account at a glance.
import { newsIn } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { overviewOf, pictureOn } from '$lib/account/overview.ts';
import { myFactors } from '$lib/contract/account/factors.ts';
import { myAccount } from '$lib/contract/account/profile.ts';
import { myGrants, mySessions } from '$lib/contract/account/sessions.ts';
import { myTrustedDevices } from '$lib/contract/account/trusted-devices.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const [me, center, factors, trusted, sessions, grants, { settings }] = await Promise.all([
		api.get('my-account', myAccount),
		api.center(),
		api.find('my-account/mfa-verifications', myFactors),
		api.find('my-account/trusted-devices', myTrustedDevices),
		api.find('my-account/sessions', mySessions),
		api.find('my-account/grants', myGrants),
		event.parent()
	]);
	return {
		...overviewOf({ me, center, factors, trusted, sessions, grants, settings }),
		picture: pictureOn(event.url.origin, me.avatar),
		done: newsIn(event.url)
	};
};
