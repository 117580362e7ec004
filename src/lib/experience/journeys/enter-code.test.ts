import { describe, expect, it } from 'vitest';
import {
	answered,
	done,
	finished,
	interaction,
	noSession,
	refusedWith,
	scriptedApi,
	verification
} from '../../../../tests/support/scripted-api.ts';
import { writer } from '../client.ts';
import { crossOver, enterCode } from './enter-code.ts';

const read = 'GET experience/interaction';
const check = 'POST experience/verification/verification-code/verify';
const identify = 'POST experience/identification';
const submit = 'POST experience/submit';
const form = { verificationId: 'v1', code: '123 456' };
const pending = interaction({ verificationRecords: [verification()] });
const proven = interaction({ verificationRecords: [verification({ verified: true })] });
const accepted = answered({ verificationId: 'v1' });
const submitted = answered({ redirectTo: '/oidc/auth/abc' });
const settings = (signInMode: string) => ({ 'GET .well-known/sign-in-exp': answered({ signInMode }) });

describe('entering the right code', () => {
	it('signs in and leads back to the application', async () => {
		const api = scriptedApi({ [read]: pending, [check]: accepted, [identify]: done, [submit]: submitted });
		expect(await enterCode(writer(api.fetch), 'sign-in', form)).toEqual({ page: '/go' });
		expect(api.calls.find(({ call }) => call === check)?.body).toEqual({
			identifier: { type: 'phone', value: '8613800138000' },
			verificationId: 'v1',
			code: '123456'
		});
	});

	it('asks a stranger whether to create an account', async () => {
		const stranger = refusedWith(404, 'user.user_not_exist');
		const script = { [read]: pending, [check]: accepted, [identify]: stranger };
		const open = scriptedApi({ ...script, ...settings('SignInAndRegister') });
		expect(await enterCode(writer(open.fetch), 'sign-in', form)).toEqual({ page: '/sign-in/create-account' });
		const closed = scriptedApi({ ...script, ...settings('SignIn') });
		const outcome = await enterCode(writer(closed.fetch), 'sign-in', form);
		expect(outcome).toMatchObject({ problem: { code: 'user.user_not_exist' } });
	});

	it('asks at sign-up whether to sign in when the account exists, also when it came into being just now', async () => {
		const taken = refusedWith(422, 'user.phone_already_in_use');
		const script = { [check]: accepted, ...settings('SignInAndRegister') };
		const registering = interaction({ interactionEvent: 'Register', verificationRecords: [verification()] });
		const before = scriptedApi({ ...script, [read]: registering, [identify]: taken });
		expect(await enterCode(writer(before.fetch), 'register', form)).toEqual({ page: '/register/sign-in-instead' });
		const raced = scriptedApi({ ...script, [read]: registering, [identify]: { status: 201 }, [submit]: taken });
		expect(await enterCode(writer(raced.fetch), 'register', form)).toEqual({ page: '/register/sign-in-instead' });
	});
});

describe('entering a wrong code', () => {
	it('says how many tries are left', async () => {
		const mismatch = refusedWith(400, 'verification_code.code_mismatch', { attemptsLeft: 4 });
		const api = scriptedApi({ [read]: pending, [check]: mismatch });
		const outcome = await enterCode(writer(api.fetch), 'sign-in', form);
		expect(outcome).toMatchObject({ problem: { code: 'verification_code.code_mismatch', data: { attemptsLeft: 4 } } });
	});

	it('costs no try when it cannot be a code', async () => {
		const api = scriptedApi({ [read]: pending });
		const outcome = await enterCode(writer(api.fetch), 'sign-in', { ...form, code: '12345' });
		expect(outcome).toMatchObject({ problem: { code: 'verification_code.code_mismatch' } });
	});
});

describe('entering the same code twice', () => {
	const consumed = refusedWith(400, 'verification_code.not_found');

	it('goes on when the first post has proven the number', async () => {
		const api = scriptedApi({ [read]: [pending, proven], [check]: consumed, [identify]: done, [submit]: submitted });
		expect(await enterCode(writer(api.fetch), 'sign-in', form)).toEqual({ page: '/go' });
	});

	it('goes on without another check when the proof is there from the beginning', async () => {
		const api = scriptedApi({ [read]: proven, [identify]: done, [submit]: submitted });
		expect(await enterCode(writer(api.fetch), 'sign-in', form)).toEqual({ page: '/go' });
	});

	it('goes on when the first post has finished everything, at whatever step that shows', async () => {
		const closed = refusedWith(400, 'session.not_found');
		const atOnce = scriptedApi({ [read]: finished });
		expect(await enterCode(writer(atOnce.fetch), 'sign-in', form)).toEqual({ page: '/go' });
		const atCheck = scriptedApi({ [read]: [pending, finished], [check]: closed });
		expect(await enterCode(writer(atCheck.fetch), 'sign-in', form)).toEqual({ page: '/go' });
		const atIdentify = scriptedApi({ [read]: [pending, finished], [check]: accepted, [identify]: closed });
		expect(await enterCode(writer(atIdentify.fetch), 'sign-in', form)).toEqual({ page: '/go' });
	});

	it('tries once more when the interaction was busy', async () => {
		const busy = refusedWith(409, 'session.busy');
		const api = scriptedApi({ [read]: proven, [identify]: [busy, done], [submit]: submitted });
		expect(await enterCode(writer(api.fetch), 'sign-in', form)).toEqual({ page: '/go' });
	});
});

describe('entering a code in an old tab', () => {
	it('says that a newer code is out', async () => {
		const api = scriptedApi({ [read]: interaction({ verificationRecords: [verification({ id: 'v2' })] }) });
		const outcome = await enterCode(writer(api.fetch), 'sign-in', form);
		expect(outcome).toMatchObject({ problem: { code: 'session.verification_session_not_found' } });
	});

	it('begins again when no code is out at all', async () => {
		const api = scriptedApi({ [read]: interaction() });
		expect(await enterCode(writer(api.fetch), 'register', form)).toEqual({ page: '/register' });
	});

	it('leads to a page with a way on when the interaction is over', async () => {
		const api = scriptedApi({ [read]: noSession });
		expect(await enterCode(writer(api.fetch), 'sign-in', form)).toEqual({ page: '/unknown-session' });
	});
});

describe('saying yes', () => {
	it('creates the account with the proof at hand', async () => {
		const api = scriptedApi({
			[read]: proven,
			'PUT experience/interaction-event': done,
			[identify]: { status: 201 },
			[submit]: submitted
		});
		expect(await crossOver(writer(api.fetch), 'register', 'v1')).toEqual({ page: '/go' });
		expect(api.calls[1]?.body).toEqual({ interactionEvent: 'Register' });
	});

	it('leads to the password where codes sign nobody in', async () => {
		const api = scriptedApi({
			[read]: interaction({ interactionEvent: 'Register', verificationRecords: [verification({ verified: true })] }),
			'PUT experience/interaction-event': done,
			[identify]: refusedWith(422, 'user.sign_in_method_not_enabled')
		});
		expect(await crossOver(writer(api.fetch), 'sign-in', 'v1')).toEqual({ page: '/sign-in/password' });
	});

	it('counts once when it is said twice', async () => {
		const taken = refusedWith(422, 'user.phone_already_in_use');
		const api = scriptedApi({
			[read]: [proven, finished],
			'PUT experience/interaction-event': done,
			[identify]: taken
		});
		expect(await crossOver(writer(api.fetch), 'register', 'v1')).toEqual({ page: '/go' });
	});
});
