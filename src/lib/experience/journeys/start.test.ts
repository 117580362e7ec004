import { describe, expect, it } from 'vitest';
import { presets } from '../../../../tests/support/presets.ts';
import { answered, done, notStarted, scriptedApi } from '../../../../tests/support/scripted-api.ts';
import type { Draft } from '../../contract/draft.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { writer } from '../client.ts';
import { draftedIdentifier, draftIn } from './draft.ts';
import { start } from './start.ts';

const at = (uid: string) => new URL(`http://localhost:3001/sign-in?app_id=shop&uid=${uid}`);

function memory(draft?: Draft) {
	const kept = { draft };
	return { kept, keeper: { read: () => kept.draft, write: (next: Draft) => void (kept.draft = next) } };
}

function openApi(settings: unknown = defaultSettings) {
	return scriptedApi({
		'GET .well-known/sign-in-exp': answered(settings),
		'GET experience/interaction': notStarted,
		'PUT experience': done,
		'POST experience/verification/verification-code': answered({ verificationId: 'v1' })
	});
}

describe('posting the first screen', () => {
	it('asks for a code in the wire form', async () => {
		const api = openApi();
		const form = { identifier: '138 0013 8000', kind: 'phone', country: 'CN' } as const;
		const outcome = await start(writer(api.fetch), 'sign-in', form, memory().keeper);
		expect(outcome).toEqual({ page: '/sign-in/verification-code' });
		expect(api.calls.at(-1)?.body).toMatchObject({ identifier: { type: 'phone', value: '8613800138000' } });
	});

	it('remembers what was typed on each channel, also when it is refused', async () => {
		const { kept, keeper } = memory({ kind: 'email', typed: { email: 'mia@example.com' } });
		const form = { identifier: '12', kind: 'phone', country: 'HK' } as const;
		const outcome = await start(writer(openApi().fetch), 'sign-in', form, keeper);
		expect(outcome).toMatchObject({ problem: { code: 'user.invalid_phone' } });
		expect(kept.draft).toEqual({ kind: 'phone', typed: { email: 'mia@example.com', phone: '12' }, country: 'HK' });
	});

	it('remembers the country that a pasted number belongs to', async () => {
		const { kept, keeper } = memory();
		const form = { identifier: '+86 138 0013 8000', kind: 'phone', country: 'US' } as const;
		await start(writer(openApi().fetch), 'sign-in', form, keeper);
		expect(kept.draft?.country).toBe('CN');
	});

	it('asks for the password first where that is the usual way, of strangers too, and starts nothing yet', async () => {
		const api = openApi(presets.phoneCodeWithPassword);
		const { kept, keeper } = memory();
		const form = { identifier: '138 0013 8000', kind: 'phone', country: 'CN' } as const;
		expect(await start(writer(api.fetch), 'sign-in', form, keeper)).toEqual({ page: '/sign-in/password' });
		expect(api.called()).toEqual(['GET .well-known/sign-in-exp']);
		expect(draftedIdentifier(kept.draft)).toEqual({ type: 'phone', value: '8613800138000' });
	});

	it('tells a name from an address and a number in one field', async () => {
		const settings = presets.usernameWithVerifiedContact;
		const typed = async (identifier: string) => {
			const { kept, keeper } = memory();
			const form = { identifier, kind: 'account', country: 'CN' } as const;
			await start(writer(openApi(settings).fetch), 'sign-in', form, keeper);
			return draftedIdentifier(kept.draft)?.type;
		};
		expect(await typed('mia_1')).toBe('username');
		expect(await typed('mia@example.com')).toBe('email');
		expect(await typed('138 0013 8000')).toBe('phone');
	});

	it('refuses a kind of identifier that nobody signs in with', async () => {
		const form = { identifier: 'mia@example.com', kind: 'phone', country: 'CN' } as const;
		const outcome = await start(writer(openApi(presets.phoneCode).fetch), 'sign-in', form, memory().keeper);
		expect(outcome).toMatchObject({ problem: { code: 'user.sign_in_method_not_enabled' } });
	});

	it('proves name and password at once where both were asked for', async () => {
		const api = scriptedApi({
			'GET .well-known/sign-in-exp': answered({ ...defaultSettings, ...presets.usernamePassword }),
			'GET experience/interaction': notStarted,
			'PUT experience': done,
			'POST experience/verification/password': answered({ verificationId: 'p1' }),
			'POST experience/identification': done,
			'POST experience/submit': answered({ redirectTo: 'http://localhost:3001/oidc/auth/abc' })
		});
		const form = { identifier: 'mia_1', kind: 'username', password: ' a secret ' } as const;
		expect(await start(writer(api.fetch), 'sign-in', form, memory().keeper)).toEqual({ page: '/go' });
		const [posted] = api.calls.filter(({ call }) => call.endsWith('verification/password'));
		expect(posted?.body).toEqual({ identifier: { type: 'username', value: 'mia_1' }, password: ' a secret ' });
	});

	it.each([
		['Automatic', 'sign-in', true],
		['Automatic', 'register', true],
		['ManualRegistrationOnly', 'sign-in', true],
		['ManualRegistrationOnly', 'register', false],
		['Manual', 'sign-in', false],
		['Manual', 'register', false]
	] as const)(
		'with terms that are agreed to by %s policy, %s without a tick: goes on %s',
		async (policy, flow, goesOn) => {
			const settings = { ...defaultSettings, agreeToTermsPolicy: policy, termsOfUseUrl: 'https://shop.example/terms' };
			const form = { identifier: '138 0013 8000', kind: 'phone', country: 'CN' } as const;
			const { kept, keeper } = memory();
			const outcome = await start(writer(openApi(settings).fetch), flow, form, keeper);
			expect('page' in outcome).toBe(goesOn);
			if ('problem' in outcome) expect(outcome.problem.code).toBe('user.terms_not_accepted');
			const agreed = await start(writer(openApi(settings).fetch), flow, { ...form, terms: 'accepted' }, keeper);
			expect(agreed).toEqual({ page: `/${flow}/verification-code` });
			expect(kept.draft?.agreed).toBe(true);
		}
	);

	it('asks for no yes to terms that are nowhere to be read', async () => {
		const settings = { ...defaultSettings, agreeToTermsPolicy: 'Manual' };
		const form = { identifier: '138 0013 8000', kind: 'phone', country: 'CN' } as const;
		expect(await start(writer(openApi(settings).fetch), 'register', form, memory().keeper)).toHaveProperty('page');
	});

	it('shows nothing of it in another interaction', () => {
		const { keeper } = memory();
		draftIn(at('aaaaaaaa'), keeper).write({ typed: { phone: '138' } });
		expect(draftIn(at('aaaaaaaa'), keeper).read()?.typed).toEqual({ phone: '138' });
		expect(draftIn(at('bbbbbbbb'), keeper).read()).toBeUndefined();
	});
});
