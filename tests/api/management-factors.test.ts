// Second factors of accounts, looked after by a machine.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '../support/authenticator-app.ts';
import { bindBackupCodes, bindPasskey, bindTotp, done, showBackupCode, showTotp } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { codeOf, finish, good, openSignIn, type Name } from '../support/passwords.ts';
import { someEmail, someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const required = 'session.mfa.require_mfa_verification';
type Shown = { id: string; type: string; createdAt: string; remainCodes?: number };

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	const mfa = { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] };
	foyer = await startFoyer({ settings: { ...presets.usernamePassword, mfa } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

async function someone() {
	const name: Name = { type: 'username', value: someUsername() };
	const email = someEmail();
	const account = { username: name.value, password: good, primaryEmail: email };
	const { id } = (await done(machine.api('POST', 'users', account))).body as { id: string };
	const path = `users/${id}/mfa-verifications`;
	const list = async () => (await done(machine.api('GET', path))).body as Shown[];
	return { id, name, email, path, list, signIn: () => openSignIn(foyer, name) };
}

async function keysLogged(id: string): Promise<string[]> {
	const { body } = await done(machine.api('GET', `logs?userId=${id}&page_size=50`));
	return (body as { key: string }[]).map(({ key }) => key);
}

describe('a lost factor', () => {
	it('is taken away alone: its owner gets word of it, and shows another', async () => {
		const { id, email, path, list, signIn } = await someone();
		const journey = await signIn();
		const secret = await bindTotp(journey);
		await bindPasskey(journey);
		await bindBackupCodes(journey);
		await finish(journey);
		const factors = await list();
		expect(factors.map(({ type }) => type).sort()).toEqual(['BackupCode', 'Totp', 'WebAuthn']);
		expect(factors.find(({ type }) => type === 'BackupCode')?.remainCodes).toBe(10);
		expect(JSON.stringify(factors)).not.toContain(secret);

		const passkey = factors.find(({ type }) => type === 'WebAuthn')?.id ?? '';
		await done(machine.api('DELETE', `${path}/${passkey}`), 204);
		expect((await list()).map(({ type }) => type).sort()).toEqual(['BackupCode', 'Totp']);
		expect(await keysLogged(id)).toContain('Management.User.Mfa.WebAuthn.Delete');
		await expect
			.poll(async () => (await foyer.inbox.messages(email)).map(({ subject }) => subject))
			.toContainEqual(expect.stringMatching(/second step was removed/));
		expect((await machine.api('DELETE', `${path}/${passkey}`)).status).toBe(404);

		const again = await signIn();
		await done(showTotp(again, totpCode(secret, 1)));
		await finish(again);
	});

	it('of somebody else is not found', async () => {
		const [one, other] = [await someone(), await someone()];
		await done(machine.api('POST', one.path, { type: 'Totp' }));
		const [{ id = '' } = {}] = await one.list();
		expect((await machine.api('DELETE', `${other.path}/${id}`)).status).toBe(404);
		expect(await one.list()).toHaveLength(1);
	});
});

describe('a factor that is made', () => {
	it('is an app, with a key of its own or one that is brought, once', async () => {
		const { path, signIn } = await someone();
		const { body } = await done(machine.api('POST', path, { type: 'Totp' }));
		const { secret, secretQrCode } = body as { secret: string; secretQrCode: string };
		expect(secretQrCode).toMatch(/^data:image\/svg\+xml;base64,/);
		expect(codeOf(await machine.api('POST', path, { type: 'Totp' }))).toBe('user.totp_already_in_use');
		const journey = await signIn();
		expect(codeOf(await journey.api('POST', 'submit'))).toBe(required);
		await done(showTotp(journey, totpCode(secret)));
		await finish(journey);

		const brought = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
		const other = await someone();
		const answer = await done(machine.api('POST', other.path, { type: 'Totp', secret: brought }));
		expect(answer.body).toMatchObject({ type: 'Totp', secret: brought });
		expect((await machine.api('POST', other.path, { type: 'Totp', secret: 'too short' })).status).toBe(400);
	});

	it('is backup codes beside another factor, in place of older ones', async () => {
		const { path, signIn } = await someone();
		expect(codeOf(await machine.api('POST', path, { type: 'BackupCode' }))).toBe(
			'session.mfa.backup_code_can_not_be_alone'
		);
		await done(machine.api('POST', path, { type: 'Totp' }));
		const codesOf = async () =>
			((await done(machine.api('POST', path, { type: 'BackupCode' }))).body as { codes: string[] }).codes;
		const [[old = ''], [code = '']] = [await codesOf(), await codesOf()];
		const journey = await signIn();
		expect(codeOf(await showBackupCode(journey, old))).toBe('session.mfa.invalid_backup_code');
		await done(showBackupCode(journey, code));
		await finish(journey);
	});

	it('belongs to an account that is there', async () => {
		for (const [method, path, body] of [
			['GET', '', undefined],
			['POST', '', { type: 'Totp' }],
			['DELETE', '/some', undefined]
		] as const) {
			expect((await machine.api(method, `users/nobody/mfa-verifications${path}`, body)).status).toBe(404);
		}
	});
});
