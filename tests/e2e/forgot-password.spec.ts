// A forgotten password: proven by a code, replaced, and signed in with the new one.
import { answer, answerCode, go, tabTo } from '../support/keyboard.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';
import { presets } from '../support/presets.ts';
import type { Foyer } from '../support/server.ts';

test.use({ settings: presets.emailOrPhoneWithPassword });

const good = 'correct horse battery staple';
const better = 'a quite different long phrase';

async function signUp(signIn: SignInPages, foyer: Foyer, me: string) {
	await signIn.start('register');
	await signIn.sendCodeTo(me);
	await signIn.enterCodeSentTo(me);
	await signIn.choosePassword(good);
	await signIn.expectSignedIn(me);
	await signIn.signOut();
	await foyer.advanceClock(61_000);
}

async function toPassword(signIn: SignInPages, me: string) {
	await signIn.start();
	await signIn.fillIn(me);
	await signIn.button('continue').click();
	await expect(signIn.heading('password_title')).toBeVisible();
}

test('is replaced with a keyboard alone, and signed in with', async ({ page, signIn, foyer, script }) => {
	const me = someEmail();
	await signUp(signIn, foyer, me);
	await page.goto('/demo-app');
	await go(signIn.link('demo_sign_in'));
	// The account that is remembered comes before the field.
	await tabTo(signIn.email);
	await answer(signIn.email, me);
	await go(signIn.link('forgot_link'));
	await go(signIn.button('send_code'));
	await answerCode(signIn.code, await signIn.readCode(me), script);
	await answer(signIn.newPassword, better);
	await expect(page.getByRole('status').filter({ hasText: signIn.word('password_changed') })).toBeVisible();
	await go(signIn.button('continue'));
	await answer(signIn.password, better);
	await signIn.expectSignedIn(me);
});

for (const [channel, someone] of [
	['phone', somePhone],
	['email', someEmail]
] as const) {
	test(`is replaced by somebody with a ${channel}, who types neither twice`, async ({ page, signIn, foyer }) => {
		const me = someone();
		await signUp(signIn, foyer, me);
		await toPassword(signIn, me);
		await signIn.link('forgot_link').click();
		await expect(signIn.heading('forgot_title')).toBeVisible();
		await expect(channel === 'phone' ? signIn.phone : signIn.email).toHaveValue(me.replace(/^86/, ''));
		await signIn.button('send_code').click();
		await signIn.enterCodeSentTo(me);

		await expect(signIn.heading('reset_title')).toBeVisible();
		await expect(signIn.newPassword).toHaveAttribute('autocomplete', 'new-password');
		await expect(page.locator('form input[autocomplete=username]')).toHaveCount(1);
		await signIn.choosePassword(good, 'reset_submit');
		await expect(signIn.alert).toHaveText(signIn.word('error_user_same_password'));
		await signIn.choosePassword(better, 'reset_submit');
		await expect(page.getByRole('status').filter({ hasText: signIn.word('password_changed') })).toBeVisible();
		await signIn.button('continue').click();
		await signIn.givePassword(better);
		await signIn.expectSignedIn(me);
	});
}

test('can be replaced from a link of the application', { tag: '@once' }, async ({ page, signIn }) => {
	await signIn.start();
	const { searchParams } = new URL(page.url());
	await page.goto(`/reset-password?${searchParams}`);
	await expect(signIn.heading('forgot_title')).toBeVisible();
	await signIn.link('back_to_sign_in').click();
	await expect(signIn.button('continue')).toBeVisible();
});

test('of nobody looks like anybody’s', { tag: '@once' }, async ({ signIn, foyer }) => {
	const me = someEmail();
	await toPassword(signIn, me);
	await signIn.link('forgot_link').click();
	await signIn.button('send_code').click();
	await expect(signIn.heading('verify_title')).toBeVisible();
	await signIn.enter('000000');
	await expect(signIn.alert).toContainText('That code isn’t right');
	expect(await foyer.inbox.messages(me)).toHaveLength(0);
});

test(
	'is remembered after all: Back leads to signing in, which still works',
	{ tag: '@once' },
	async ({ page, signIn, foyer }) => {
		const me = someEmail();
		await signUp(signIn, foyer, me);
		await toPassword(signIn, me);
		await signIn.link('forgot_link').click();
		await signIn.button('send_code').click();
		await expect(signIn.heading('verify_title')).toBeVisible();
		await page.goBack({ waitUntil: 'domcontentloaded' });
		await page.goBack({ waitUntil: 'domcontentloaded' });
		await signIn.givePassword(good);
		await signIn.expectSignedIn(me);
	}
);

test('a double click on the new password changes it once', { tag: '@once' }, async ({ page, signIn, foyer }) => {
	const me = someEmail();
	await signUp(signIn, foyer, me);
	await toPassword(signIn, me);
	await signIn.link('forgot_link').click();
	await signIn.button('send_code').click();
	await signIn.enterCodeSentTo(me);
	await signIn.newPassword.fill(better);
	await signIn.button('reset_submit').dblclick();
	await expect(page.getByRole('status').filter({ hasText: signIn.word('password_changed') })).toBeVisible();
});

test('password managers are told where passwords are changed', { tag: '@once' }, async ({ request }) => {
	const answer = await request.get('/.well-known/change-password', { maxRedirects: 0 });
	expect([answer.status(), answer.headers().location]).toEqual([303, '/account/password']);
	const missing = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200';
	expect((await request.get(missing)).status()).toBe(404);
});
