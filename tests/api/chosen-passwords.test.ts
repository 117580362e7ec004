// A password is nothing that its owner is called or reached by, whichever of them is said first; nor the application's name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api-client.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, good, idOf, manySends, prove } from '../support/passwords.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { ...presets.usernameWithVerifiedContact, ...manySends } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

const issuesOf = ({ status, body }: Answer) => [status, (body as { data?: { code: string }[] }).data];
const refusal = (code: string) => [422, [{ code: `password_rejected.restricted.${code}` }]];
const ownName = refusal('user_info');

/** A registration that can be given things. */
async function register() {
	const journey = await begin(foyer, 'Register');
	const give = (item: object) => journey.api('POST', 'profile', item);
	const choose = (value: string) => give({ type: 'password', value });
	return { journey, give, choose };
}

describe('what somebody signs up with', () => {
	it('is no password after it, and no name after the password', async () => {
		const name = someUsername();
		const first = await register();
		expect((await first.give({ type: 'username', value: name })).status).toBe(204);
		expect(issuesOf(await first.choose(name))).toEqual(ownName);

		const other = await register();
		expect((await other.choose(name)).status).toBe(204);
		expect(issuesOf(await other.give({ type: 'username', value: name }))).toEqual(ownName);
		expect((await other.give({ type: 'username', value: someUsername() })).status).toBe(204);
	});

	it.each(['proven before the password', 'added after it', 'identified by after it'])(
		'is no number, %s',
		async (order) => {
			const phone = { type: 'phone', value: somePhone() } as const;
			const { journey, give, choose } = await register();
			const national = phone.value.slice(2);
			if (order === 'proven before the password') {
				await prove(foyer, journey, phone, 'Register');
				expect(issuesOf(await choose(national))).toEqual(ownName);
				return;
			}
			expect((await choose(national)).status).toBe(204);
			const verificationId = await prove(foyer, journey, phone, 'Register');
			const named =
				order === 'added after it'
					? await give({ type: 'phone', verificationId })
					: await journey.api('POST', 'identification', { verificationId });
			expect(issuesOf(named)).toEqual(ownName);
			expect((await choose(good)).status).toBe(204);
			expect((await give({ type: 'phone', verificationId })).status).toBe(204);
		}
	);

	it('is no address beside a name that was chosen with a password at once', async () => {
		const email = { type: 'email', value: someEmail() } as const;
		const { journey, give } = await register();
		const offered = { identifier: { type: 'username', value: someUsername() }, password: email.value };
		const identity = idOf(await journey.api('POST', 'verification/new-password-identity', offered));
		const verificationId = await prove(foyer, journey, email, 'Register');
		expect((await give({ type: 'email', verificationId })).status).toBe(204);
		expect(issuesOf(await journey.api('POST', 'identification', { verificationId: identity }))).toEqual(ownName);
		const again = await journey.api('POST', 'verification/new-password-identity', offered);
		expect(issuesOf(again)).toEqual(ownName);
	});
});

it('the name that an application shows is no password there', async () => {
	const look = { displayName: 'Lavender Bookshop' };
	const { status } = await machine.api('PUT', 'applications/demo-app/sign-in-experience', look);
	expect(status).toBe(200);
	const { choose } = await register();
	expect(issuesOf(await choose('lavenderbookshop'))).toEqual(refusal('words'));
});
