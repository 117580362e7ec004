// Who signed in here last: shown masked, told to nobody, forgotten when asked.
import { somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

test('a browser reminds its owner of the number, and forgets it', async ({ page, context, signIn }) => {
	const me = somePhone();
	await signIn.signUp(me);
	await signIn.signOut();
	await signIn.start();
	await expect(page.getByText(`+86 134 •••• ${me.slice(-4)}`)).toBeVisible();
	expect((await page.content()).replaceAll(/\D/g, '')).not.toContain(me.slice(2));
	await expect(signIn.phone).toHaveValue('');
	const [kept] = (await context.cookies()).filter(({ name }) => name === 'foyer_last');
	expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
	expect(Buffer.from(kept?.value ?? '', 'base64url').toString('latin1')).not.toContain(me.slice(-4));

	await signIn.button('last_used_forget').click();
	await expect(page.getByText(/•/)).toHaveCount(0);
	await signIn.start();
	await expect(page.getByText(/•/)).toHaveCount(0);
	expect((await context.cookies()).map(({ name }) => name)).not.toContain('foyer_last');
});
