// The accounts of a browser: one press goes on, masks are all that anybody reads, and each can be forgotten; all of it
// with a keyboard alone.
import { go } from '../support/keyboard.ts';
import { somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

const maskOf = (phone: string) => `+86 134 •••• ${phone.slice(-4)}`;

test('one account goes on with one press, and is forgotten where its owner signs out', async ({
	page,
	context,
	foyer,
	signIn
}) => {
	const me = somePhone();
	await signIn.signUp(me);
	await signIn.signOut();
	await signIn.start();
	const row = page.getByRole('button', { name: new RegExp(`${me.slice(-4)}.*${signIn.word('choose_way_code')}`) });
	await expect(row).toBeVisible();
	await expect(signIn.phone).toHaveValue('');
	const [kept] = (await context.cookies()).filter(({ name }) => name === 'foyer_last');
	expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
	expect(Buffer.from(kept?.value ?? '', 'base64url').toString('latin1')).not.toContain(me.slice(-4));

	await foyer.advanceClock(61_000);
	await go(row);
	await expect(signIn.heading('verify_title')).toBeVisible();
	await expect(page.getByText(maskOf(me))).toBeVisible();
	expect((await page.content()).replaceAll(/\D/g, '')).not.toContain(me.slice(2));
	await signIn.enterCodeSentTo(me);
	await signIn.expectSignedIn(me);

	await page.goto('/oidc/session/end');
	const forget = page.getByRole('button', { name: `${signIn.word('remembered_forget')}: ${maskOf(me)}` });
	await expect(forget.or(signIn.button('sign_out_submit')).first()).toBeVisible();
	if (!(await forget.isVisible())) await go(signIn.button('sign_out_submit'));
	await go(forget);
	await expect(signIn.heading('signed_out_title')).toBeVisible();
	await expect(page.getByText(/•/)).toHaveCount(0);
	expect((await context.cookies()).map(({ name }) => name)).not.toContain('foyer_last');
});

test('of two accounts the other one is a press away, and either can be forgotten', async ({ page, foyer, signIn }) => {
	const [me, you] = [somePhone(), somePhone()];
	for (const phone of [me, you]) {
		await signIn.signUp(phone);
		await signIn.signOut();
	}
	await page.goto('/demo-app');
	await signIn.link('demo_sign_in').click();
	await expect(signIn.heading('choose_title')).toBeVisible();
	const rows = page.getByRole('button', { name: /^\+86 134/ });
	await expect(rows).toHaveText([new RegExp(you.slice(-4)), new RegExp(me.slice(-4))]);
	await foyer.advanceClock(61_000);
	await go(rows.last());
	await signIn.enterCodeSentTo(me);
	await signIn.expectSignedIn(me);
	await signIn.signOut();

	await signIn.link('demo_sign_in').click();
	await go(page.getByRole('button', { name: signIn.word('choose_forget').replace('{shown}', maskOf(me)) }));
	await expect(rows).toHaveText([new RegExp(you.slice(-4))]);
	await go(signIn.link('failure_other_account'));
	await expect(signIn.phone).toHaveValue('');
	await expect(page.getByText(/•/)).toHaveCount(0);
});
