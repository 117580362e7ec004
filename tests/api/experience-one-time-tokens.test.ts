// Links that an administrator had sent: each opens one journey, once, for the address that it was made for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn, type Answer, type SignIn } from '../support/api-client.ts';
import { done } from '../support/factors.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { someEmail, somePhone, someUsername } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: { signInMode: 'SignIn' } });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

async function mint(email: string, context = {}): Promise<string> {
	const { body } = await done(machine.api('POST', 'one-time-tokens', { email, context }), 201);
	return (body as { token: string }).token;
}

async function present(email: string, token: string) {
	const journey = await startSignIn(foyer);
	await journey.api('PUT', '', { interactionEvent: 'SignIn' });
	const identifier = { type: 'email', value: email };
	const answer = await journey.api('POST', 'verification/one-time-token/verify', { identifier, token });
	return { journey, answer };
}
const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
const idOf = ({ body }: Answer) => (body as { verificationId: string }).verificationId;

/** Somebody who was sent a link, and is nobody yet, on the way to an account. */
async function accept(email: string) {
	const { journey, answer } = await present(email, await mint(email));
	const verificationId = idOf(answer);
	const unknown = await journey.api('POST', 'identification', { verificationId });
	expect(codeOf(unknown)).toEqual([404, 'user.user_not_exist']);
	expect((await journey.api('PUT', 'interaction-event', { interactionEvent: 'Register' })).status).toBe(204);
	return { journey, identification: await journey.api('POST', 'identification', { verificationId }) };
}

async function signUp({ journey }: { journey: SignIn }) {
	const { body } = await journey.api('POST', 'submit');
	const { body: tokens } = await journey.exchange(await journey.finish((body as { redirectTo: string }).redirectTo));
	expect(tokens.id_token).toBeTruthy();
}

describe('a one-time token', () => {
	it('invites somebody where sign-up is closed', async () => {
		const accepted = await accept(someEmail());
		expect(accepted.identification.status).toBe(201);
		await signUp(accepted);
	});

	it('works once', async () => {
		const email = someEmail();
		const token = await mint(email);
		expect((await present(email, token)).answer.status).toBe(200);
		expect(codeOf((await present(email, token)).answer)).toEqual([400, 'one_time_token.token_consumed']);
	});

	it('is refused for another address, in another journey, and when nobody made it', async () => {
		const email = someEmail();
		const token = await mint(email, { interactionEvent: 'ForgotPassword' });
		expect(codeOf((await present(someEmail(), token)).answer)).toEqual([400, 'one_time_token.email_mismatch']);
		expect(codeOf((await present(email, token)).answer)).toEqual([400, 'one_time_token.interaction_event_mismatch']);
		expect(codeOf((await present(email, 'made-up')).answer)).toEqual([404, 'one_time_token.token_not_found']);
	});

	it('expires after ten minutes', async () => {
		const email = someEmail();
		const token = await mint(email);
		await foyer.advanceClock(601_000);
		expect(codeOf((await present(email, token)).answer)).toEqual([400, 'one_time_token.token_expired']);
	});
});

describe('somebody invited where sign-up is closed and asks for more', () => {
	const secondaryIdentifiers = [{ identifier: 'phone', verify: true }];
	const ask = (signUp: object) => done(machine.api('PATCH', 'sign-in-exp', { signUp }));
	afterAll(() => ask({ identifiers: ['phone', 'email'], password: false, verify: true, secondaryIdentifiers: [] }));

	it('proves a phone number, too', async () => {
		await ask({ identifiers: ['email'], password: false, verify: true, secondaryIdentifiers });
		const { journey, identification } = await accept(someEmail());
		expect(identification).toMatchObject({ status: 422, body: { data: { missingProfile: ['phone'] } } });
		const phone = { type: 'phone', value: somePhone() } as const;
		const sent = await journey.sendCode(phone, 'Register');
		expect(sent.status).toBe(200);
		const verificationId = idOf(sent);
		const code = await foyer.inbox.codeFor(`+${phone.value}`);
		expect((await journey.checkCode(phone, verificationId, code)).status).toBe(200);
		expect((await journey.api('POST', 'profile', { type: 'phone', verificationId })).status).toBe(204);
		expect((await journey.api('POST', 'identification', {})).status).toBe(201);
		await signUp({ journey });
	});

	it('chooses a username and a password at once', async () => {
		await ask({ identifiers: ['username'], password: true, verify: true, secondaryIdentifiers: [] });
		const { journey, identification } = await accept(someEmail());
		expect(identification).toMatchObject({ status: 422, body: { data: { missingProfile: ['username', 'password'] } } });
		const identifier = { type: 'username', value: someUsername() };
		const offer = { identifier, password: 'correct horse battery staple' };
		const offered = await journey.api('POST', 'verification/new-password-identity', offer);
		expect(offered.status).toBe(200);
		const verificationId = idOf(offered);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(201);
		await signUp({ journey });
	});
});
