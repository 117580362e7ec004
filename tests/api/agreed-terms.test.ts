// Which terms people agreed to, and when, stays with their account.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, openSignIn, prove } from '../support/passwords.ts';
import { somePhone, someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const terms = { termsOfUseUrl: 'https://shop.example/terms', privacyPolicyUrl: 'https://shop.example/privacy' };
const phrase = 'correct horse battery staple';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { ...presets.everyIdentifier, ...terms } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

type Account = {
	id: string;
	agreedTerms: { termsOfUseUrl: string; privacyPolicyUrl: string; agreedAt: number } | null;
};

async function find(search: string): Promise<Account> {
	const { body } = await machine.api('GET', `users?search=${search}`);
	return (body as Account[])[0] as Account;
}

async function member(): Promise<{ username: string; id: string }> {
	const username = someUsername();
	const { body } = await machine.api('POST', 'users', { username, password: phrase });
	return { username, id: (body as Account).id };
}

async function signIn(username: string, said?: object): Promise<void> {
	const journey = await openSignIn(foyer, { type: 'username', value: username }, phrase);
	expect((await journey.api('POST', 'submit', said)).status).toBe(200);
}

it('a new account begins with them', async () => {
	const phone = somePhone();
	const journey = await begin(foyer, 'Register');
	const verificationId = await prove(foyer, journey, { type: 'phone', value: phone }, 'Register');
	expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(201);
	const before = Date.now() - 1000;
	expect((await journey.api('POST', 'submit', { agreesToTerms: true })).status).toBe(200);
	const { agreedTerms } = await find(phone);
	expect(agreedTerms).toMatchObject(terms);
	expect(agreedTerms?.agreedAt).toBeGreaterThan(before);
});

it('a member agrees by signing in, once for each document', async () => {
	const { username } = await member();
	await signIn(username);
	expect((await find(username)).agreedTerms).toBeNull();
	await signIn(username, { agreesToTerms: true });
	const first = (await find(username)).agreedTerms;
	expect(first).toMatchObject(terms);
	await signIn(username, { agreesToTerms: true });
	expect((await find(username)).agreedTerms).toEqual(first);

	const newer = 'https://shop.example/terms/2';
	await machine.api('PATCH', 'sign-in-exp', { termsOfUseUrl: newer });
	await signIn(username, { agreesToTerms: true });
	expect((await find(username)).agreedTerms).toMatchObject({ ...terms, termsOfUseUrl: newer });
});

it('members agree to nothing where newcomers alone are asked', async () => {
	await machine.api('PATCH', 'sign-in-exp', { agreeToTermsPolicy: 'ManualRegistrationOnly' });
	const { username } = await member();
	await signIn(username, { agreesToTerms: true });
	expect((await find(username)).agreedTerms).toBeNull();
});
