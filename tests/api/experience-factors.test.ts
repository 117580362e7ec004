// Second factors through the interaction API: set up, shown, refused; decided by the server whenever somebody submits.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Identifier, SignIn } from '../support/api-client.ts';
import { totpCode } from '../support/authenticator-app.ts';
import {
	askPasskey,
	bindBackupCodes,
	bindPasskey,
	bindTotp,
	done,
	showBackupCode,
	showPasskey,
	showTotp,
	verification
} from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import {
	better,
	codeOf,
	finish,
	good,
	idOf,
	manySends,
	openRecovery,
	openSignIn,
	signUp,
	type Name
} from '../support/passwords.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const byPassword = { password: true, verificationCode: false, isPasswordPrimary: true };
const everyFactor = ['Totp', 'WebAuthn', 'BackupCode', 'PhoneVerificationCode', 'EmailVerificationCode'];
const usual = { mfa: { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode', 'PhoneVerificationCode'] } };
const required = 'session.mfa.require_mfa_verification';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({
		settings: {
			signUp: {
				identifiers: ['username'],
				password: true,
				verify: true,
				secondaryIdentifiers: [{ identifier: 'email', verify: true }]
			},
			signIn: { methods: ['username', 'email', 'phone'].map((identifier) => ({ ...byPassword, identifier })) },
			forgotPasswordMethods: null,
			...manySends,
			...usual
		}
	});
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());
beforeEach(() => change(usual));

async function change(settings: object): Promise<void> {
	await done(machine.api('PATCH', 'sign-in-exp', settings));
}

type Member = { name: Name; phone: Identifier; email: string; id: string };

/** Somebody with a name, a password and, unless said otherwise, a number. */
type Wanted = { phone?: string | null; isPhoneVerified?: boolean };
async function someone({ phone = somePhone(), ...proven }: Wanted = {}): Promise<Member> {
	const name: Name = { type: 'username', value: someUsername() };
	const email = someEmail();
	const account = { username: name.value, password: good, primaryPhone: phone ?? undefined, primaryEmail: email };
	const { body } = await done(machine.api('POST', 'users', { ...account, ...proven }));
	return { name, email, phone: { type: 'phone', value: phone ?? '' }, id: (body as { id: string }).id };
}

const signInOf = ({ name }: Member) => openSignIn(foyer, name);
const submit = (journey: SignIn) => journey.api('POST', 'submit');

async function amrOf(journey: SignIn): Promise<string[]> {
	const { id_token: token } = await finish(journey);
	return (JSON.parse(atob(token.split('.')[1] ?? '')) as { amr: string[] }).amr;
}

/** Somebody whose number is no factor, with an app and codes. */
async function someoneWithApp() {
	const member = await someone({ phone: null });
	const journey = await signInOf(member);
	const secret = await bindTotp(journey);
	const codes = await bindBackupCodes(journey);
	await finish(journey);
	return { member, secret, codes };
}

async function someoneWithPasskey() {
	const member = await someone({ phone: null });
	const journey = await signInOf(member);
	const passkey = await bindPasskey(journey);
	await bindBackupCodes(journey);
	await finish(journey);
	return { member, passkey };
}

describe('an authenticator app', () => {
	it('is asked for at the next sign-in, and shown by a code that counts once', async () => {
		const { member, secret } = await someoneWithApp();
		const journey = await signInOf(member);
		const refusal = await submit(journey);
		expect(refusal).toMatchObject({ status: 403, body: { code: required } });
		expect((refusal.body as { data: object }).data).toEqual({
			availableFactors: ['Totp', 'BackupCode'],
			maskedIdentifiers: {}
		});
		const code = totpCode(secret, 1);
		expect(codeOf(await showTotp(journey, code === '000000' ? '000001' : '000000'))).toBe(
			'session.mfa.invalid_totp_code'
		);
		await done(showTotp(journey, code));
		expect((await amrOf(journey)).sort()).toEqual(['mfa', 'otp', 'pwd']);

		const again = await signInOf(member);
		expect(codeOf(await showTotp(again, code))).toBe('session.mfa.invalid_totp_code');
		expect(codeOf(await submit(again))).toBe(required);
	});

	it('keeps its key to itself once it is confirmed', async () => {
		const journey = await signInOf(await someone({ phone: null }));
		const secret = await bindTotp(journey);
		const { body } = await done(journey.api('GET', 'interaction'));
		expect(body).toMatchObject({ mfa: { totp: { type: 'Totp' } } });
		expect(JSON.stringify(body)).not.toContain(secret);
		expect((await journey.api('GET', 'verification/totp/secret')).status).toBe(404);
		expect(foyer.logs()).not.toContain(secret);
	});

	it('is no secret to its owner, who gets a mail', async () => {
		const member = await someone({ phone: null });
		const journey = await signInOf(member);
		await bindTotp(journey);
		await bindBackupCodes(journey);
		await finish(journey);
		expect((await foyer.inbox.messageFor(member.email)).subject).toMatch(/second step was added/);
	});

	it('is no proof while it is only being set up', async () => {
		const { member } = await someoneWithApp();
		const journey = await signInOf(member);
		expect(codeOf(await verification(journey, 'totp/secret'))).toBe(required);
		expect(codeOf(await submit(journey))).toBe(required);
	});
});

describe('backup codes', () => {
	it('stand in for a factor, each once, however they are typed', async () => {
		const { member, codes } = await someoneWithApp();
		const [code = ''] = codes;
		expect(new Set(codes).size).toBe(10);
		const journey = await signInOf(member);
		await done(showBackupCode(journey, ` ${code.toUpperCase().replaceAll('-', ' ')} `));
		expect((await amrOf(journey)).sort()).toEqual(['mfa', 'otp', 'pwd']);
		const again = await signInOf(member);
		expect(codeOf(await showBackupCode(again, code))).toBe('session.mfa.invalid_backup_code');
		expect(codeOf(await submit(again))).toBe(required);
	});

	it('are nobody else’s, and never a factor alone', async () => {
		const { codes } = await someoneWithApp();
		const { member } = await someoneWithApp();
		const journey = await signInOf(member);
		expect(codeOf(await showBackupCode(journey, codes[1] ?? ''))).toBe('session.mfa.invalid_backup_code');

		const fresh = await signInOf(await someone({ phone: null }));
		const made = await done(verification(fresh, 'backup-code/generate'));
		const bound = await fresh.api('POST', 'profile/mfa', { type: 'BackupCode', verificationId: idOf(made) });
		expect(codeOf(bound)).toBe('session.mfa.backup_code_can_not_be_alone');
	});
});

describe('a code to the account’s own number', () => {
	it('is sent there, masked for whoever knows the password only, and proves once', async () => {
		const member = await someone();
		const journey = await signInOf(member);
		const { body } = await submit(journey);
		const maskedIdentifiers = { PhoneVerificationCode: `****${member.phone.value.slice(-4)}` };
		expect(body).toMatchObject({ code: required, data: { maskedIdentifiers } });
		const verificationId = idOf(
			await done(verification(journey, 'mfa-verification-code', { identifierType: 'phone' }))
		);
		const seen = JSON.stringify((await journey.api('GET', 'interaction')).body);
		expect(seen).not.toContain(member.phone.value);
		const code = await foyer.inbox.nextCode(`+${member.phone.value}`);
		const guess = (tried: string, on = journey) =>
			verification(on, 'mfa-verification-code/verify', { identifierType: 'phone', verificationId, code: tried });
		expect((await guess(code === '000000' ? '000001' : '000000')).body).toMatchObject({
			code: 'verification_code.code_mismatch',
			data: { attemptsLeft: 4 }
		});
		const elsewhere = await signInOf(member);
		expect(codeOf(await guess(code, elsewhere))).toBe('session.verification_session_not_found');
		await done(guess(code));
		expect(codeOf(await guess(code))).toBe('verification_code.not_found');
		expect((await amrOf(journey)).sort()).toEqual(['mfa', 'pwd', 'sms']);
	});

	it('counts as one that came back, for the breaker of its country', async () => {
		const member = await someone({ phone: `44740012${String(Date.now()).slice(-4)}` });
		const journey = await signInOf(member);
		const verificationId = idOf(
			await done(verification(journey, 'mfa-verification-code', { identifierType: 'phone' }))
		);
		const code = await foyer.inbox.nextCode(`+${member.phone.value}`);
		await done(
			verification(journey, 'mfa-verification-code/verify', { identifierType: 'phone', verificationId, code })
		);
		// What came back is written with the next message, whoever it is for.
		await done(verification(await signInOf(await someone()), 'mfa-verification-code', { identifierType: 'phone' }));
		const inBritain = async () => {
			const { stdout } = await foyer.run(['connector', 'deliveries', '--json']);
			return (JSON.parse(stdout) as { codes: { country: string }[] }).codes.find(({ country }) => country === 'GB');
		};
		await expect.poll(inBritain, { timeout: 10_000 }).toMatchObject({ sent: 1, entered: 1 });
	});

	it('is no first proof: it identifies nobody', async () => {
		const journey = await signInOf(await someone());
		const verificationId = idOf(
			await done(verification(journey, 'mfa-verification-code', { identifierType: 'phone' }))
		);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(404);
	});

	it('goes nowhere where the account has no number, or the settings no such factor', async () => {
		const journey = await signInOf(await someone({ phone: null }));
		const sent = await verification(journey, 'mfa-verification-code', { identifierType: 'phone' });
		expect(codeOf(sent)).toBe('session.mfa.mfa_factor_not_enabled');
		const other = await signInOf(await someone());
		expect(codeOf(await verification(other, 'mfa-verification-code', { identifierType: 'email' }))).toBe(
			'session.mfa.mfa_factor_not_enabled'
		);
	});
});

describe('a passkey', () => {
	it('is shown for a challenge of this interaction', async () => {
		const { member, passkey } = await someoneWithPasskey();
		const journey = await signInOf(member);
		expect(codeOf(await submit(journey))).toBe(required);
		await done(showPasskey(journey, passkey));
		expect((await amrOf(journey)).sort()).toEqual(['hwk', 'mfa', 'pwd']);
	});

	it('is refused from another origin, with a counter that went back, and when it is somebody else’s', async () => {
		const { member, passkey } = await someoneWithPasskey();
		const stranger = await someoneWithPasskey();
		const journey = await signInOf(member);
		await done(showPasskey(journey, passkey, { counter: 7 }));
		const refusals = [
			await showPasskey(journey, passkey, { counter: 9, origin: 'https://foyer.example' }),
			await showPasskey(journey, passkey, { counter: 7 }),
			await showPasskey(journey, passkey, { counter: 6 }),
			await showPasskey(journey, stranger.passkey, { counter: 9 })
		];
		expect(refusals.map(codeOf)).toEqual(refusals.map(() => 'session.mfa.webauthn_verification_failed'));
		// A refused one is no proof any more, though the one before it was right.
		expect(codeOf(await submit(journey))).toBe(required);
		await done(showPasskey(journey, passkey, { counter: 8 }));
		await finish(journey);
	});

	it('answers each challenge once, rightly or wrongly, and in time', async () => {
		const { member, passkey } = await someoneWithPasskey();
		const journey = await signInOf(member);
		const answer = (asked: { verificationId: string; challenge: string }, counter: number, on = journey) =>
			verification(on, 'web-authn/authentication/verify', {
				verificationId: asked.verificationId,
				payload: passkey.assert({ challenge: asked.challenge, counter })
			});
		const first = await askPasskey(journey, 'authentication');
		await done(answer(first, 1));
		expect(codeOf(await answer(first, 2))).toBe('session.verification_session_not_found');

		const second = await askPasskey(journey, 'authentication');
		expect(codeOf(await answer({ ...second, challenge: first.challenge }, 3))).toBe(
			'session.mfa.webauthn_verification_failed'
		);
		expect(codeOf(await answer(second, 4))).toBe('session.verification_session_not_found');

		const third = await askPasskey(journey, 'authentication');
		expect(codeOf(await answer(third, 5, await signInOf(member)))).toBe('session.verification_session_not_found');
		await foyer.advanceClock(301_000);
		expect(codeOf(await answer(third, 5))).toBe('session.verification_session_not_found');
	});
});

describe('the policy', () => {
	const policy = (name: string, factors = ['Totp', 'WebAuthn']) => change({ mfa: { policy: name, factors } });

	it('NoPrompt asks nobody who has no factor', async () => {
		await policy('NoPrompt');
		await finish(await signInOf(await someone()));
	});

	it('UserControlled offers once: who declines is not asked again', async () => {
		const member = await someone();
		await policy('UserControlled');
		const journey = await signInOf(member);
		expect((await submit(journey)).body).toMatchObject({
			code: 'user.suggest_mfa',
			data: { availableFactors: ['Totp', 'WebAuthn'], skippable: true }
		});
		await done(journey.api('POST', 'profile/mfa/mfa-skipped'), 204);
		await finish(journey);
		await finish(await signInOf(member));
	});

	it('Mandatory lets nobody through without a factor, and nothing is there to decline', async () => {
		const member = await someone();
		await policy('Mandatory');
		const journey = await signInOf(member);
		expect((await submit(journey)).body).toMatchObject({
			code: 'user.missing_mfa',
			data: { availableFactors: ['Totp', 'WebAuthn'] }
		});
		expect(codeOf(await journey.api('POST', 'profile/mfa/mfa-skipped'))).toBe(
			'session.mfa.mfa_policy_not_user_controlled'
		);
		expect(codeOf(await submit(journey))).toBe('user.missing_mfa');
		await bindTotp(journey);
		await finish(journey);
	});

	it('Mandatory holds for somebody new, too', async () => {
		await policy('Mandatory');
		const name: Name = { type: 'username', value: someUsername() };
		await expect(signUp(foyer, [name, { type: 'email', value: someEmail() }])).rejects.toThrow();
	});

	it('asks for backup codes beside what was set up', async () => {
		const member = await someone({ phone: null });
		await policy('PromptAtSignInAndSignUp', ['Totp', 'BackupCode']);
		const journey = await signInOf(member);
		await bindTotp(journey);
		expect(codeOf(await submit(journey))).toBe('session.mfa.backup_code_required');
		await bindBackupCodes(journey);
		await finish(journey);
	});

	it('may ask for a number that sign-up does not know', async () => {
		const member = await someone({ phone: null });
		await policy('Mandatory', ['PhoneVerificationCode']);
		const journey = await signInOf(member);
		expect((await submit(journey)).body).toMatchObject({
			code: 'user.missing_mfa',
			data: { availableFactors: ['PhoneVerificationCode'] }
		});
		const phone = { type: 'phone', value: somePhone() } as const;
		const verificationId = idOf(await done(journey.sendCode(phone)));
		await done(journey.checkCode(phone, verificationId, await foyer.inbox.nextCode(`+${phone.value}`)));
		await done(journey.api('POST', 'profile', { type: 'phone', verificationId }), 204);
		await finish(journey);
		expect(codeOf(await submit(await signInOf(member)))).toBe(required);
	});
});

describe('nobody gets around it', () => {
	it('by adding to the account, or another factor, first', async () => {
		const { member } = await someoneWithApp();
		await change({ mfa: { ...usual.mfa, factors: everyFactor } });
		const journey = await signInOf(member);
		const tried = [
			await verification(journey, 'web-authn/registration'),
			await verification(journey, 'backup-code/generate'),
			await journey.api('POST', 'profile', { type: 'extraProfile', values: {} }),
			await submit(journey)
		];
		expect(tried.map(codeOf)).toEqual(tried.map(() => required));
	});

	it('by a recovered password', async () => {
		await change({ mfa: { policy: 'NoPrompt', factors: ['Totp'] } });
		const member = await someone({ isPhoneVerified: true });
		const journey = await signInOf(member);
		await bindTotp(journey);
		await finish(journey);
		const recovery = await openRecovery(foyer, member.phone);
		await done(submit(recovery), 204);
		const after = await openSignIn(foyer, member.name, better);
		expect(codeOf(await submit(after))).toBe(required);
	});

	it('by guessing: ten tries are slowed down, whatever else is right meanwhile', async () => {
		const { member, secret } = await someoneWithApp();
		let journey = await signInOf(member);
		for (let guess = 0; guess < 10; guess++) {
			if (guess === 5) journey = await signInOf(member);
			expect((await showBackupCode(journey, `0000-0000-0000-000${guess}`)).status).toBe(400);
		}
		expect(codeOf(await showTotp(journey, totpCode(secret, 1)))).toBe('session.verification_blocked_too_many_attempts');
		await foyer.advanceClock(31_000);
		await done(showTotp(journey, totpCode(secret, 1)));
		await finish(journey);
	});
});

describe('a humane way on', () => {
	it('is open to somebody whose factor was switched off half-way', async () => {
		const { member } = await someoneWithApp();
		const journey = await signInOf(member);
		expect(codeOf(await submit(journey))).toBe(required);
		await change({ mfa: { policy: 'NoPrompt', factors: ['WebAuthn'] } });
		expect(codeOf(await showTotp(journey, '123456'))).toBe('session.mfa.mfa_factor_not_enabled');
		expect(await amrOf(journey)).toEqual(['pwd']);
	});

	it('leads to the factors that are left, and nowhere else', async () => {
		const { member } = await someoneWithApp();
		const journey = await signInOf(member);
		await change({ mfa: { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] } });
		const stepOf = async () => ((await journey.api('GET', 'interaction')).body as { secondStep?: object }).secondStep;
		expect(await stepOf()).toMatchObject({ availableFactors: ['Totp', 'BackupCode'] });
		await change({ mfa: { policy: 'NoPrompt', factors: ['WebAuthn', 'BackupCode'] } });
		// Backup codes stand in for another factor, and are none alone.
		expect(await stepOf()).toBeUndefined();
		expect(await amrOf(journey)).toEqual(['pwd']);
	});

	it('is given by an operator to somebody who has lost the authenticator', async () => {
		const { member } = await someoneWithApp();
		const shown = await foyer.run(['user', 'factors', member.name.value, '--json']);
		expect((JSON.parse(shown.stdout) as { type: string }[]).map(({ type }) => type).sort()).toEqual([
			'BackupCode',
			'Totp'
		]);
		expect(await foyer.run(['user', 'reset-factors', member.name.value])).toMatchObject({ code: 2 });
		expect(await foyer.run(['user', 'reset-factors', member.name.value, '--yes'])).toMatchObject({ code: 0 });
		await finish(await signInOf(member));
	});

	it('is not inherited by whoever gets the number next', async () => {
		const { member } = await someoneWithApp();
		await done(machine.api('DELETE', `users/${member.id}`), 204);
		const account = { username: member.name.value, password: good };
		await done(machine.api('POST', 'users', account));
		const journey = await openSignIn(foyer, member.name);
		const { body } = await submit(journey);
		expect(body).toMatchObject({ code: 'user.missing_profile' });
	});
});
