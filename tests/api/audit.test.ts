// What the audit log says of refusals that the rules themselves did not make: locks and lost races.
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignIn } from '../support/api-client.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, finish, good, idOf, manySends, prove, sendCode, tryPassword } from '../support/passwords.ts';
import { somePhone, someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const lockoutPolicy = {
	perUser: { threshold: 3, hardStop: 100 },
	perIp: { threshold: 1000 },
	firstWait: 30,
	longestWait: 3600
};
const locked = 'session.verification_blocked_too_many_attempts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { ...presets.everyIdentifier, ...manySends, lockoutPolicy } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

async function member() {
	const value = someUsername();
	expect((await machine.api('POST', 'users', { username: value, password: good })).status).toBe(200);
	return { type: 'username', value } as const;
}

type Entry = { key: string; result: string; error: string | null };

/** What was written while something was done, in order. */
async function written(act: () => Promise<unknown>): Promise<Entry[]> {
	const before = read('select max(rowid) as last from audit')[0] as { last: number | null };
	await act();
	return read(`select key, result, error from audit where rowid > ${before.last ?? 0} order by rowid`) as Entry[];
}

function read(sql: string): unknown[] {
	const database = new DatabaseSync(path.join(foyer.dataFolder, 'foyer.db'), { readOnly: true });
	const rows = database.prepare(sql).all();
	database.close();
	return rows.map((row) => ({ ...row }));
}

const success = (key: string): Entry => ({ key: `Interaction.${key}`, result: 'Success', error: null });
const error = (key: string, code: string): Entry => ({ key: `Interaction.${key}`, result: 'Error', error: code });

describe('the audit log', () => {
	it('names each proof and what came of it', async () => {
		const phone = { type: 'phone', value: somePhone() } as const;
		const entries = await written(async () => {
			const journey = await begin(foyer, 'Register');
			const { verificationId, code, wrong } = await sendCode(foyer, journey, phone, 'Register');
			await journey.checkCode(phone, verificationId, wrong);
			await journey.checkCode(phone, verificationId, code);
			await journey.api('POST', 'identification', { verificationId });
			await finish(journey);
		});
		expect(entries).toEqual([
			success('Register.Create'),
			success('Register.Verification.PhoneVerificationCode.Create'),
			error('Register.Verification.PhoneVerificationCode.Submit', 'verification_code.code_mismatch'),
			success('Register.Verification.PhoneVerificationCode.Submit'),
			success('Register.Identification'),
			success('Register.Submit')
		]);
	});

	it('has each beginning and change of mind, and who was recognised', async () => {
		const username = await member();
		const entries = await written(async () => {
			const journey = await begin(foyer, 'Register');
			await journey.api('PUT', 'interaction-event', { interactionEvent: 'SignIn' });
			const verificationId = idOf(await tryPassword(journey, username, good));
			await journey.api('POST', 'identification', { verificationId });
		});
		expect(entries).toEqual([
			success('Register.Create'),
			success('SignIn.Update'),
			success('SignIn.Verification.Password.Submit'),
			success('SignIn.Identification')
		]);
	});

	it('has what was refused before it was examined', async () => {
		const phone = { type: 'phone', value: somePhone() } as const;
		const journey = await begin(foyer, 'Register');
		const sent = await journey.sendCode(phone, 'Register');
		const byCode = 'Register.Verification.PhoneVerificationCode.Submit';
		const other = { type: 'phone', value: somePhone() } as const;
		const entries = await written(async () => {
			await journey.checkCode(other, idOf(sent), '000000');
			await journey.checkCode(phone, 'nothing-of-this-name', '000000');
			await tryPassword(journey, phone, good);
			const identity = { identifier: { type: 'username', value: someUsername() }, password: good };
			await journey.api('POST', 'verification/new-password-identity', identity);
			await journey.api('POST', 'profile', { type: 'username', value: '1st' });
			await journey.api('PUT', 'profile/password', { password: good });
		});
		expect(entries).toEqual([
			error(byCode, 'verification_code.phone_mismatch'),
			error(byCode, 'session.verification_session_not_found'),
			error('Register.Verification.Password.Submit', 'session.invalid_interaction_type'),
			error('Register.Verification.NewPasswordIdentity.Submit', 'user.sign_up_method_not_enabled'),
			error('Register.Profile', 'user.username_starts_with_number'),
			error('Register.Profile', 'session.invalid_interaction_type')
		]);
	});

	it('has the codes that were asked for too soon, or of what the settings have closed', async () => {
		const phone = { type: 'phone', value: somePhone() } as const;
		const abroad = { type: 'phone', value: '14155552671' } as const;
		const journey = await begin(foyer, 'Register');
		const key = 'Register.Verification.PhoneVerificationCode.Create';
		const policy = {
			sendPolicy: { ...manySends.sendPolicy, perIdentifier: [{ count: 1, seconds: 60 }] },
			allowedCountries: ['CN']
		};
		expect((await machine.api('PATCH', 'sign-in-exp', policy)).status).toBe(200);
		const entries = await written(async () => {
			for (const to of [phone, phone, abroad]) await journey.sendCode(to, 'Register');
		});
		expect((await machine.api('PATCH', 'sign-in-exp', { ...manySends, allowedCountries: null })).status).toBe(200);
		expect(entries).toEqual([
			success(key),
			error(key, 'request.message_rate_limited'),
			error(key, 'connector.country_not_supported')
		]);
	});

	it('has the guesses that a lock kept from being examined', async () => {
		const username = await member();
		const journey = await begin(foyer, 'SignIn');
		const key = 'SignIn.Verification.Password.Submit';
		const entries = await written(async () => {
			for (const typed of ['wrong', 'wrong', 'wrong', good]) await tryPassword(journey, username, typed);
		});
		const wrong = error(key, 'session.invalid_credentials');
		expect(entries).toEqual([wrong, wrong, wrong, error(key, locked)]);
	});

	it('has a sign-in that a lock met at its end', async () => {
		const username = await member();
		const journey = await begin(foyer, 'SignIn');
		const verificationId = idOf(await tryPassword(journey, username, good));
		await journey.api('POST', 'identification', { verificationId });
		const stranger = await begin(foyer, 'SignIn');
		for (const typed of ['wrong', 'wrong', 'wrong']) await tryPassword(stranger, username, typed);
		expect(await written(() => journey.api('POST', 'submit'))).toEqual([error('SignIn.Submit', locked)]);
	});

	it('has a sign-up that lost its name to a faster one', async () => {
		const phone = { type: 'phone', value: somePhone() } as const;
		const journeys: SignIn[] = [];
		for (let count = 0; count < 2; count += 1) {
			const journey = await begin(foyer, 'Register');
			const verificationId = await prove(foyer, journey, phone, 'Register');
			await journey.api('POST', 'identification', { verificationId });
			journeys.push(journey);
		}
		const entries = await written(async () => {
			for (const journey of journeys) await journey.api('POST', 'submit');
		});
		expect(entries).toEqual([success('Register.Submit'), error('Register.Submit', 'user.phone_already_in_use')]);
	});
});
