// A press on a remembered account: on to its proof, or straight back where the browser is signed in as it. What the
// page shows stays masked: whoever presses need not be its owner. An account that is gone is asked for like any other.
import type { PickForm } from '../../contract/forms.ts';
import type { Remembered } from '../../contract/remembered.ts';
import { refuse } from '../../contract/result.ts';
import type { Writer } from '../client.ts';
import { rememberPick, type DraftKeeper } from './draft.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';
import { wayOn } from './remembered.ts';
import { askAboutComputer } from './shared-computer.ts';
import { sendCodeTo } from './sign-in.ts';
import { mustAgree } from './terms.ts';

export async function pick(
	api: Writer,
	form: PickForm,
	{ draft, accounts }: { draft: DraftKeeper; accounts: Remembered }
): Promise<Outcome> {
	const state = await api.interaction();
	if (state.ok && state.value.redirectTo) return { page: '/go' };
	if (await isSignedInAs(api, form)) return goOn(api);
	const account = accounts.find(({ id }) => id === form.account);
	// Forgotten in another tab, or of another browser.
	if (!account) return { page: '/choose-account' };
	const settings = await api.settings();
	if (!settings.ok) return settings;
	const agreed = form.terms !== undefined || draft.read()?.agreed;
	if (mustAgree('sign-in', settings.value) && !agreed) return refuse('user.terms_not_accepted');
	const asked = await askAboutComputer(api, settings.value, form);
	if (!asked.ok) return afterRefusal(api, 'sign-in', asked.problem);
	rememberPick(draft, account, agreed);
	const { type, value } = account;
	const identifier = { type, value };
	switch (wayOn(account, settings.value, form.instead !== undefined)) {
		case 'passkey':
			return { page: '/sign-in/passkey' };
		case 'password':
			return { page: '/sign-in/password' };
		case 'code':
			return sendCodeTo(api, identifier, true);
		case undefined:
			return refuse('user.sign_in_method_not_enabled');
	}
}

/** It stays as it is, whatever is ticked. A session that is not remembered has no row of its own to name. */
async function isSignedInAs(api: Writer, { account, instead }: PickForm): Promise<boolean> {
	if (instead) return false;
	const told = await api.accounts();
	if (!told.ok || !told.value.mayContinue) return false;
	return told.value.accounts.some(({ id = 'session', isSignedIn }) => isSignedIn && id === account);
}

async function goOn(api: Writer): Promise<Outcome> {
	const gone = await api.continueSession();
	return gone.ok ? { page: '/go' } : afterRefusal(api, 'sign-in', gone.problem);
}
