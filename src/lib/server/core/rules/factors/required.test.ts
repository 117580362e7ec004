import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../../contract/settings.ts';
import {
	factor,
	totpProof,
	mfa,
	adaptive,
	trusting,
	known,
	type Situation,
	submitSignIn,
	totp,
	backupCodes
} from '../../../../../../tests/support/factor-situations.ts';
import {
	digest,
	email,
	interactionWith,
	now,
	open,
	password,
	phone
} from '../../../../../../tests/support/interaction-states.ts';
import type { Interaction } from '../../interaction/state.ts';
import type { Verification } from '../../interaction/state.ts';
import { transition } from '../../interaction/transition.ts';

const required = 'session.mfa.require_mfa_verification';

describe('signing in with a password', () => {
	const cases: [situation: string, Situation, code: string | undefined, data?: object][] = [
		['no factor is switched on', { policy: mfa('Mandatory'), factors: [factor('Totp')] }, undefined],
		[
			'the account has an app',
			{ policy: mfa('NoPrompt', 'Totp'), factors: [factor('Totp')] },
			required,
			{ availableFactors: ['Totp'] }
		],
		[
			'the app was shown',
			{ policy: mfa('NoPrompt', 'Totp'), factors: [factor('Totp')], proven: [totpProof] },
			undefined
		],
		[
			'the app was shown and then removed',
			{ policy: mfa('NoPrompt', 'Totp', 'WebAuthn'), factors: [factor('WebAuthn')], proven: [totpProof] },
			required
		],
		[
			'the app was tried and not right',
			{ policy: mfa('NoPrompt', 'Totp'), factors: [factor('Totp')], proven: [{ ...totpProof, verified: false }] },
			required
		],
		[
			"somebody else's app was shown",
			{ policy: mfa('NoPrompt', 'Totp'), factors: [factor('Totp')], proven: [{ ...totpProof, userId: 'eve' }] },
			required
		],
		[
			'a new key was confirmed instead of the account’s own',
			{
				policy: mfa('NoPrompt', 'Totp'),
				factors: [factor('Totp')],
				proven: [{ ...totpProof, factorId: undefined, sealedSecret: 'x' }]
			},
			required
		],
		[
			'the app was shown and is switched off by now, another factor is not',
			{ policy: mfa('NoPrompt', 'WebAuthn'), factors: [factor('Totp'), factor('WebAuthn')], proven: [totpProof] },
			required
		],
		[
			'every factor of the account is switched off by now',
			{ policy: mfa('NoPrompt', 'WebAuthn'), factors: [factor('Totp')] },
			undefined
		],
		[
			'backup codes were made and none was used',
			{
				policy: mfa('NoPrompt', 'Totp', 'BackupCode'),
				factors: [factor('Totp'), factor('BackupCode')],
				proven: [{ id: 'b', type: 'BackupCode', userId: 'ada', verified: true, digests: ['x'] }]
			},
			required
		],
		[
			'a backup code was used',
			{
				policy: mfa('NoPrompt', 'Totp', 'BackupCode'),
				factors: [factor('Totp'), factor('BackupCode')],
				proven: [{ id: 'b', type: 'BackupCode', userId: 'ada', verified: true, factorId: 'BackupCode' }]
			},
			undefined
		],
		[
			'the account has backup codes alone',
			{ policy: mfa('NoPrompt', 'Totp', 'BackupCode'), factors: [factor('BackupCode')] },
			undefined
		],
		[
			'a code to the number was entered',
			{
				policy: mfa('NoPrompt', 'PhoneVerificationCode'),
				proven: [
					{
						id: 'c',
						type: 'MfaPhoneVerificationCode',
						userId: 'ada',
						identifier: phone,
						verified: true,
						sentAt: now,
						expiresAt: now
					}
				]
			},
			undefined
		],
		[
			'a code to a number that the account had before was entered',
			{
				policy: mfa('NoPrompt', 'PhoneVerificationCode'),
				user: { primaryPhone: '8613900139000' },
				state: {
					verifications: [{ ...password, identifier: { type: 'phone', value: '8613900139000' } } as Verification]
				},
				proven: [
					{
						id: 'c',
						type: 'MfaPhoneVerificationCode',
						userId: 'ada',
						identifier: phone,
						verified: true,
						sentAt: now,
						expiresAt: now
					}
				]
			},
			required
		],
		[
			'the owner switched their factors off',
			{ policy: mfa('PromptAtSignInAndSignUp', 'Totp'), factors: [factor('Totp')], choices: { enabled: false } },
			undefined
		],
		[
			'the owner switched them off and something new was set up',
			{ policy: mfa('NoPrompt', 'Totp'), factors: [factor('Totp')], choices: { enabled: false }, staged: totp },
			required
		],
		[
			'the owner switched them off and the installation insists',
			{ policy: mfa('Mandatory', 'Totp'), factors: [factor('Totp')], choices: { enabled: false } },
			required
		],
		[
			'the owner switched them off and the risk decides',
			{ policy: adaptive('Totp'), factors: [factor('Totp')], choices: { enabled: false } },
			required
		],
		['the browser is new and the risk decides', { policy: adaptive('Totp'), factors: [factor('Totp')] }, required],
		[
			'the browser is known and the risk decides',
			{ policy: adaptive('Totp'), user: { lastSignInAt: now - 1 }, factors: [factor('Totp')], device: known },
			undefined
		],
		[
			'the browser is known and nothing is set up',
			{ policy: adaptive('Totp'), user: { lastSignInAt: now - 1 }, device: known },
			'user.missing_mfa'
		],
		[
			'the browser is trusted',
			{
				policy: trusting('Totp'),
				factors: [factor('Totp')],
				device: { ...known, trustedAt: now - 1, trustedUntil: now + 1 }
			},
			undefined
		],
		['the browser is only known', { policy: trusting('Totp'), factors: [factor('Totp')], device: known }, required],
		['nothing is set up and nobody asks', { policy: mfa('NoPrompt', 'Totp') }, undefined],
		[
			'nothing is set up and it is offered',
			{ policy: mfa('UserControlled', 'Totp') },
			'user.suggest_mfa',
			{ skippable: true }
		],
		['the offer is for sign-in only', { policy: mfa('PromptOnlyAtSignIn', 'Totp') }, 'user.suggest_mfa'],
		[
			'the offer was taken',
			{ policy: mfa('UserControlled', 'Totp', 'WebAuthn'), staged: { enabled: true } },
			'user.missing_mfa',
			{ availableFactors: ['Totp', 'WebAuthn'], skippable: true }
		],
		['the offer was declined now', { policy: mfa('UserControlled', 'Totp'), staged: { skipped: true } }, undefined],
		['the offer was declined before', { policy: mfa('UserControlled', 'Totp'), choices: { skipped: true } }, undefined],
		[
			'one is demanded',
			{ policy: mfa('Mandatory', 'Totp', 'BackupCode') },
			'user.missing_mfa',
			{ availableFactors: ['Totp'] }
		],
		[
			'one is demanded and was declined before',
			{ policy: mfa('Mandatory', 'Totp'), choices: { skipped: true } },
			'user.missing_mfa'
		],
		['one is demanded and the number is one', { policy: mfa('Mandatory', 'PhoneVerificationCode') }, required],
		[
			'an app was set up and backup codes are wanted',
			{ policy: mfa('Mandatory', 'Totp', 'BackupCode'), staged: totp },
			'session.mfa.backup_code_required'
		],
		[
			'an app and backup codes were set up',
			{ policy: mfa('Mandatory', 'Totp', 'BackupCode'), staged: { ...totp, ...backupCodes } },
			undefined
		],
		[
			'the last backup code was used up',
			{
				policy: mfa('Mandatory', 'Totp', 'BackupCode'),
				factors: [factor('Totp'), factor('BackupCode', { remaining: 0 })],
				proven: [{ id: 'b', type: 'BackupCode', userId: 'ada', verified: true, factorId: 'BackupCode' }]
			},
			'session.mfa.backup_code_required'
		],
		[
			'an app was set up and switched off meanwhile',
			{ policy: mfa('Mandatory', 'WebAuthn'), staged: totp },
			'user.missing_mfa',
			{ availableFactors: ['WebAuthn'] }
		]
	];

	it.each(cases)('when %s', (_situation, situation, code, data) => {
		const { problem, effects } = submitSignIn(situation);
		expect(problem?.code).toBe(code);
		if (data) expect(problem?.data).toMatchObject(data);
		expect(effects.some(({ type }) => type === 'finish')).toBe(code === undefined);
	});

	it('names the factors that were used last first, backup codes at the end, and masks where codes go', () => {
		const { problem } = submitSignIn({
			policy: mfa('NoPrompt', 'BackupCode', 'Totp', 'PhoneVerificationCode', 'WebAuthn'),
			factors: [
				factor('Totp', { lastUsedAt: now - 2 }),
				factor('WebAuthn', { lastUsedAt: now - 1 }),
				factor('BackupCode')
			]
		});
		expect(problem?.data).toEqual({
			availableFactors: ['WebAuthn', 'Totp', 'PhoneVerificationCode', 'BackupCode'],
			maskedIdentifiers: { PhoneVerificationCode: '****8000' }
		});
	});

	it('says of two proofs that there were two, and of one that there was one', () => {
		const amr = (situation: Situation) =>
			submitSignIn(situation).effects.flatMap((effect) => (effect.type === 'finish' ? effect.amr : []));
		const policy = mfa('NoPrompt', 'Totp');
		expect(amr({ policy, factors: [factor('Totp')], proven: [totpProof] })).toEqual(['pwd', 'otp', 'mfa']);
		expect(amr({ policy })).toEqual(['pwd']);
		expect(amr({ policy, staged: totp })).toEqual(['pwd']);
	});

	it('keeps what was set up, and forgets it in the interaction', () => {
		const { effects, state } = submitSignIn({
			policy: mfa('Mandatory', 'Totp', 'BackupCode'),
			staged: { ...totp, ...backupCodes }
		});
		expect(effects).toContainEqual({
			type: 'keep-factors',
			userId: 'ada',
			factors: [totp.totp, backupCodes.backupCodes],
			choices: undefined,
			at: now
		});
		expect(state).toMatchObject({ factors: undefined, factorRecords: undefined });
	});
});

describe('signing in with a link by mail', () => {
	it('does not count a code to the same address as a second proof', () => {
		const { problem } = submitSignIn({
			policy: mfa('NoPrompt', 'EmailVerificationCode', 'Totp'),
			user: { primaryEmail: email.value },
			factors: [factor('Totp')],
			state: { verifications: [{ id: 'l', type: 'OneTimeToken', identifier: email, verified: true, createdAt: now }] },
			proven: [
				{
					id: 'c',
					type: 'MfaEmailVerificationCode',
					userId: 'ada',
					identifier: email,
					verified: true,
					sentAt: now,
					expiresAt: now
				}
			]
		});
		expect(problem?.code).toBe(required);
	});
});

describe('signing up', () => {
	const register = (policy: Partial<Settings>, changes: Partial<Interaction> = {}) =>
		transition(
			interactionWith({
				event: 'Register',
				newUserId: 'new',
				profile: { primaryPhone: phone.value, passwordDigest: digest },
				...changes
			}),
			{ type: 'submitted', user: undefined, factors: [], redirectTo: '/next', at: now },
			{ ...open, ...policy }
		);
	const cases: [situation: string, Partial<Settings>, Partial<Interaction>, code: string | undefined][] = [
		['a factor is demanded', mfa('Mandatory', 'Totp'), {}, 'user.missing_mfa'],
		['the number that signs up is one', mfa('Mandatory', 'PhoneVerificationCode'), {}, undefined],
		['a factor is offered', mfa('UserControlled', 'Totp'), {}, 'user.suggest_mfa'],
		['it is offered at sign-in only', mfa('PromptOnlyAtSignIn', 'Totp'), {}, undefined],
		['it is demanded at sign-in only', mfa('PromptOnlyAtSignInMandatory', 'Totp'), {}, undefined],
		['it is demanded of everybody new', mfa('PromptAtSignInAndSignUpMandatory', 'Totp'), {}, 'user.missing_mfa'],
		['it was declined', mfa('UserControlled', 'Totp'), { factors: { skipped: true } }, undefined],
		['it was set up', mfa('Mandatory', 'Totp'), { factors: totp }, undefined]
	];
	it.each(cases)('when %s', (_situation, policy, changes, code) => {
		expect(register(policy, changes).problem?.code).toBe(code);
	});
});
