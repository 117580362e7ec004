import { describe, expect, it } from 'vitest';
import { answered, done, notStarted, scriptedApi, verification } from '../../../../tests/support/scripted-api.ts';
import type { Draft } from '../../contract/draft.ts';
import type { PickForm } from '../../contract/forms.ts';
import type { RememberedAccount } from '../../contract/remembered.ts';
import type { InteractionAnswer } from '../../contract/schemas.ts';
import { defaultSettings, type Settings } from '../../contract/settings.ts';
import { writer } from '../client.ts';
import { draftedIdentifier } from './draft.ts';
import { pick } from './pick.ts';
import { newestVerification } from './progress.ts';

const phone: RememberedAccount = { id: 'a', userId: 'u', type: 'phone', value: '8613800138000', way: 'code', at: 0 };
const name: RememberedAccount = { ...phone, id: 'b', type: 'username', value: 'daiyu', way: 'password' };
const nobody = answered({ accounts: [], mayContinue: false });
const signedIn = answered({ accounts: [{ id: 'a', type: 'phone', shown: '•', isSignedIn: true }], mayContinue: true });
const byName: Settings['signIn'] = {
	methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }]
};
const terms = { agreeToTermsPolicy: 'Manual', termsOfUseUrl: 'https://shop.example/terms' } as const;

async function press(
	form: PickForm,
	{ accounts = nobody, settings = {} as Partial<Settings>, before = {} as Draft } = {}
) {
	let draft = before;
	const api = scriptedApi({
		'GET experience/interaction': notStarted,
		'GET experience/accounts': accounts,
		'GET .well-known/sign-in-exp': answered({ ...defaultSettings, ...settings }),
		'PUT experience/shared-computer': done,
		'PUT experience': done,
		'POST experience/verification/verification-code': answered({ verificationId: 'v1' }),
		'POST experience/accounts/continue': answered({ redirectTo: '/next' })
	});
	const keeper = { read: () => draft, write: (to: Draft) => void (draft = to) };
	const outcome = await pick(writer(api.fetch), form, { draft: keeper, accounts: [phone, name] });
	return { outcome, draft, ...api };
}

describe('a press on a remembered account', () => {
	it('sends it a code, and says so to nobody: not even the draft names it', async () => {
		const { outcome, draft, calls } = await press({ account: 'a' });
		expect(outcome).toEqual({ page: '/sign-in/verification-code' });
		expect(calls.at(-1)?.body).toMatchObject({ identifier: { value: phone.value }, masked: true });
		expect(draft).toEqual({ account: 'a', kind: 'phone' });
	});

	it('asks for its password without a call', async () => {
		const { outcome, called } = await press({ account: 'b' }, { settings: { signIn: byName } });
		expect(outcome).toEqual({ page: '/sign-in/password' });
		expect(called().filter((call) => !call.startsWith('GET'))).toEqual([]);
	});

	it('goes straight on where the browser is signed in as it, and that is enough', async () => {
		const { outcome, called } = await press({ account: 'a' }, { accounts: signedIn });
		expect(outcome).toEqual({ page: '/go' });
		expect(called().at(-1)).toBe('POST experience/accounts/continue');
	});

	it('says before any other proof that nothing is to be remembered, and changes no session that is there', async () => {
		const settings = { browserMemory: 'Ask' } as const;
		const { outcome, calls } = await press({ account: 'a', shared: '1' }, { settings });
		expect(outcome).toEqual({ page: '/sign-in/verification-code' });
		expect(calls.find(({ call }) => call.endsWith('shared-computer'))?.body).toEqual({ shared: true });
		const goesOn = await press({ account: 'a', shared: '1' }, { accounts: signedIn, settings });
		expect(goesOn.outcome).toEqual({ page: '/go' });
		expect(goesOn.called()).not.toContain('PUT experience/shared-computer');
	});

	it('is on the page of its own code next, whoever was typed or picked before', async () => {
		const before: Draft = { kind: 'email', typed: { email: 'mia@example.com', phone: '138 0013 8001' }, country: 'CN' };
		const { draft } = await press({ account: 'a' }, { before });
		const phoneCode = verification({ expiresAt: 1 });
		const newer = verification({ id: 'v2', identifier: { type: 'email', value: 'mia@example.com' }, expiresAt: 2 });
		const state = { verificationRecords: [phoneCode, newer] } as InteractionAnswer;
		expect(newestVerification(state, draft.kind)?.id).toBe(phoneCode.id);
		expect(draftedIdentifier(draft)).toBeUndefined();
	});

	it('waits for a yes to the terms, once', async () => {
		const refused = await press({ account: 'a' }, { settings: terms });
		expect(refused.outcome).toMatchObject({ problem: { code: 'user.terms_not_accepted' } });
		const agreed = await press({ account: 'a', terms: 'accepted' }, { settings: terms });
		expect(agreed.draft).toEqual({ account: 'a', kind: 'phone', agreed: true });
		const again = await press({ account: 'a' }, { settings: terms, before: agreed.draft });
		expect(again.outcome).toEqual({ page: '/sign-in/verification-code' });
	});

	it('is nothing where the browser knows no such account any more', async () => {
		expect((await press({ account: 'c' })).outcome).toEqual({ page: '/choose-account' });
	});
});
