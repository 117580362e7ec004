// A passkey as the only proof: who it is, that it is here and now, and what the settings say of it until the end.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, SignIn } from '../support/api-client.ts';
import { startSignIn } from '../support/api-client.ts';
import { bindPasskey, done, verification } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { codeOf, finish, good, idOf, openSignIn, type Name } from '../support/passwords.ts';
import { someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';
import { createSoftPasskey, type SoftPasskey } from '../support/soft-passkey.ts';

const usual = {
	mfa: { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn'] },
	passkeySignIn: { enabled: true },
	signInMode: 'SignInAndRegister'
};

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { ...presets.usernamePassword, ...usual } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());
beforeEach(() => change(usual));

async function change(settings: object): Promise<void> {
	await done(machine.api('PATCH', 'sign-in-exp', settings));
}

async function someone() {
	const name: Name = { type: 'username', value: someUsername() };
	const { body } = await done(machine.api('POST', 'users', { username: name.value, password: good }));
	const journey = await openSignIn(foyer, name);
	const passkey = await bindPasskey(journey);
	await finish(journey);
	return { id: (body as { id: string }).id, name, passkey };
}

/** As the first page does: asked before anything has begun. */
async function ask(): Promise<{ journey: SignIn; challenge: string }> {
	const journey = await startSignIn(foyer);
	const challenge = await preflight(journey);
	await done(journey.api('PUT', '', { interactionEvent: 'SignIn' }), 204);
	return { journey, challenge };
}

async function preflight(journey: SignIn): Promise<string> {
	const asked = await done(journey.api('POST', '/api/experience/preflight/sign-in-passkey/authentication'));
	return (asked.body as { authenticationOptions: { challenge: string } }).authenticationOptions.challenge;
}

type Bent = { counter?: number; origin?: string };
const answer = (journey: SignIn, passkey: SoftPasskey, challenge: string, bent: Bent = {}): Promise<Answer> =>
	verification(journey, 'sign-in-passkey/authentication/verify', { payload: passkey.assert({ challenge, ...bent }) });

/** Somebody at the door, identified by a passkey. */
async function comeIn(passkey: SoftPasskey): Promise<SignIn> {
	const { journey, challenge } = await ask();
	const verificationId = idOf(await done(answer(journey, passkey, challenge)));
	await done(journey.api('POST', 'identification', { verificationId }), 204);
	return journey;
}

describe('a passkey alone', () => {
	it('signs its owner in, and is both proofs in one', async () => {
		const { id, passkey } = await someone();
		const { id_token: token } = await finish(await comeIn(passkey));
		const claims = JSON.parse(atob(token.split('.')[1] ?? '')) as { sub: string; amr: string[] };
		expect({ sub: claims.sub, amr: claims.amr.sort() }).toEqual({ sub: id, amr: ['hwk', 'mfa'] });
	});

	it('is asked for without naming anybody', async () => {
		const journey = await startSignIn(foyer);
		const asked = await done(journey.api('POST', '/api/experience/preflight/sign-in-passkey/authentication'));
		expect(asked.body).not.toHaveProperty('authenticationOptions.allowCredentials.0');
	});

	it('answers a challenge once, rightly or wrongly, and the newest only', async () => {
		const { passkey } = await someone();
		const { journey, challenge } = await ask();
		await done(answer(journey, passkey, challenge));
		expect(codeOf(await answer(journey, passkey, challenge, { counter: 2 }))).toBe(
			'session.verification_session_not_found'
		);
		const older = await preflight(journey);
		const newer = await preflight(journey);
		expect(codeOf(await answer(journey, passkey, older, { counter: 3 }))).toBe(
			'session.mfa.webauthn_verification_failed'
		);
		expect(codeOf(await answer(journey, passkey, newer, { counter: 4 }))).toBe(
			'session.verification_session_not_found'
		);
	});

	it('is good on a related origin for as long as the settings name it', async () => {
		const { passkey } = await someone();
		const related = 'https://shop.example';
		const relate = (origins: string[]) =>
			done(machine.api('PATCH', 'account-center', { webauthnRelatedOrigins: origins }));
		const showThere = async (counter: number) => {
			const { journey, challenge } = await ask();
			return (await answer(journey, passkey, challenge, { counter, origin: related })).status;
		};
		expect(await showThere(1)).toBe(400);
		await relate([related]);
		const told = await fetch(`${foyer.origin}/.well-known/webauthn`);
		expect(told.headers.get('content-type')).toBe('application/json');
		expect(await told.json()).toEqual({ origins: [foyer.origin, related] });
		expect(await showThere(2)).toBe(200);
		await relate([]);
		expect(await showThere(3)).toBe(400);
	});

	it('is refused alike when nobody has it, from elsewhere, and when its counter went back', async () => {
		const { passkey } = await someone();
		await finish(await comeIn(passkey));
		const tries: [SoftPasskey, Bent][] = [
			[createSoftPasskey(foyer.origin), {}],
			[passkey, { counter: 5, origin: 'https://foyer.example' }],
			[passkey, { counter: 1 }]
		];
		for (const [shown, bent] of tries) {
			const { journey, challenge } = await ask();
			const refused = await answer(journey, shown, challenge, bent);
			expect(codeOf(refused)).toBe('session.mfa.webauthn_verification_failed');
		}
	});

	it('of twenty answers at once lets one in', async () => {
		const { passkey } = await someone();
		const { journey, challenge } = await ask();
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => answer(journey, passkey, challenge, { counter: 0 }))
		);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
	});

	it('registers nobody and recovers nothing', async () => {
		const { passkey } = await someone();
		const { journey, challenge } = await ask();
		for (const interactionEvent of ['Register', 'ForgotPassword']) {
			await done(journey.api('PUT', '', { interactionEvent }), 204);
			expect(codeOf(await answer(journey, passkey, challenge))).toBe('session.invalid_interaction_type');
		}
	});
});

describe('decided at the end', () => {
	it('a suspended owner stays out', async () => {
		const { id, passkey } = await someone();
		const journey = await comeIn(passkey);
		await done(machine.api('PATCH', `users/${id}/is-suspended`, { isSuspended: true }));
		expect(codeOf(await journey.api('POST', 'submit'))).toBe('user.suspended');
	});

	it('a passkey that was taken away meanwhile proves nothing', async () => {
		const { name, passkey } = await someone();
		const journey = await comeIn(passkey);
		expect(await foyer.run(['user', 'reset-factors', name.value, '--yes'])).toMatchObject({ code: 0 });
		expect(codeOf(await journey.api('POST', 'submit'))).toBe('session.verification_failed');
	});

	it('what is switched off half-way is closed', async () => {
		const { passkey } = await someone();
		const journey = await comeIn(passkey);
		const { journey: other, challenge } = await ask();
		await change({ passkeySignIn: { enabled: false } });
		expect(codeOf(await journey.api('POST', 'submit'))).toBe('user.sign_in_method_not_enabled');
		expect(codeOf(await answer(other, passkey, challenge))).toBe('user.sign_in_method_not_enabled');
		const asked = await other.api('POST', '/api/experience/preflight/sign-in-passkey/authentication');
		expect(codeOf(asked)).toBe('user.sign_in_method_not_enabled');
	});

	it('a password still needs its second proof', async () => {
		const { name } = await someone();
		const journey = await openSignIn(foyer, name);
		expect(codeOf(await journey.api('POST', 'submit'))).toBe('session.mfa.require_mfa_verification');
	});
});
